package dev.perflint.analysis;

import dev.perflint.model.Certainty;
import dev.perflint.model.RuleId;
import dev.perflint.types.Truth;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A file's analysis as far as it goes without the other files.
 *
 * @param analysis with the candidates that are sure to match
 * @param open the other ones, which nothing has judged yet
 */
public record Glance(FileAnalysis analysis, OpenMatches open) {
  /**
   * The rules that have to look at the file again, now that there are answers: those of which an
   * open match holds, and those with candidates, which are numbered with the open ones among them.
   */
  public Set<RuleId> unsettled(Function<Truth, Certainty> answers) {
    if (open.byRule().isEmpty()) {
      return Set.of();
    }
    Set<RuleId> unsettled =
        analysis.candidates().stream()
            .map(Candidate::rule)
            .filter(open.byRule()::containsKey)
            .collect(Collectors.toCollection(TreeSet::new));
    unsettled.addAll(open.holding(answers));
    return unsettled;
  }
}
