package dev.perflint.analysis;

import dev.perflint.model.Certainty;
import dev.perflint.model.RuleId;
import dev.perflint.types.Truth;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What rules matched in a file where only the merge can tell whether it is a match. Of thousands of
 * calls in loops a few run a query: to judge and write down all of them takes longer than to look
 * at the files of those few again.
 *
 * @param byRule the formulas that the matches of a rule depend on
 */
public record OpenMatches(Map<RuleId, Set<Truth>> byRule) {
  /** Nothing is left open. */
  public static final OpenMatches NONE = new OpenMatches(Map.of());

  public OpenMatches {
    Map<RuleId, Set<Truth>> copies = new HashMap<>();
    byRule.forEach((rule, truths) -> copies.put(rule, new HashSet<>(truths)));
    byRule = Collections.unmodifiableMap(copies);
  }

  /** The rules of which some match may be reported, now that there are answers. */
  Set<RuleId> holding(Function<Truth, Certainty> answers) {
    Set<RuleId> holding = new TreeSet<>();
    byRule.forEach(
        (rule, truths) -> {
          if (truths.stream().anyMatch(truth -> answers.apply(truth).isReported())) {
            holding.add(rule);
          }
        });
    return holding;
  }
}
