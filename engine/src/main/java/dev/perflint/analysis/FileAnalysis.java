package dev.perflint.analysis;

import dev.perflint.model.Notice;
import dev.perflint.model.RuleId;
import dev.perflint.source.Suppression;
import dev.perflint.types.Truth;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that one file says: plain data that depends on nothing but the file, the rules and the
 * knowledge. Can be stored and merged later.
 *
 * @param path relative, as in findings
 * @param isTest whether it is test source, whose findings are off by default
 * @param interrupts whether something in the file interrupts threads or cancels tasks
 * @param says what holds for what other files make too, as {@link
 *     dev.perflint.facts.LimitsElsewhere}, {@link dev.perflint.facts.SpringTasks}, {@link
 *     dev.perflint.facts.BeanRequests}, {@link dev.perflint.facts.CalledByName} and {@link
 *     dev.perflint.facts.Weaving} name it, each with how sure that is
 * @param mentions texts in it that rules on configuration asked for
 */
public record FileAnalysis(
    String path,
    int lines,
    boolean isTest,
    boolean interrupts,
    Map<String, Truth> says,
    List<TypeFacts> types,
    List<Candidate> candidates,
    List<Suppression> suppressions,
    List<Notice> notices,
    List<String> mentions) {
  public FileAnalysis {
    says = Collections.unmodifiableMap(new TreeMap<>(says));
    types = List.copyOf(types);
    candidates = List.copyOf(candidates);
    suppressions = List.copyOf(suppressions);
    notices = List.copyOf(notices);
    mentions = List.copyOf(mentions);
  }

  /** The same with other candidates of some rules, and what their rules had to say. */
  public FileAnalysis with(Set<RuleId> of, List<Candidate> theirs, List<Notice> more) {
    List<Candidate> all =
        Stream.concat(
                candidates.stream().filter(candidate -> !of.contains(candidate.rule())),
                theirs.stream())
            .sorted(Comparator.comparing(Candidate::region).thenComparing(Candidate::rule))
            .toList();
    List<Notice> said = Stream.concat(notices.stream(), more.stream()).toList();
    return new FileAnalysis(
        path, lines, isTest, interrupts, says, types, all, suppressions, said, mentions);
  }
}
