package dev.perflint.analysis;

import dev.perflint.model.Notice;
import dev.perflint.source.Suppression;
import dev.perflint.types.Truth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that one file says: plain data that depends on nothing but the file, the rules and the
 * knowledge. Can be stored and merged later.
 *
 * @param path relative, as in findings
 * @param isTest whether it is test source, whose findings are off by default
 * @param interrupts whether something in the file interrupts threads or cancels tasks
 * @param says what holds for what other files make too, as {@link
 *     dev.perflint.facts.LimitsElsewhere}, {@link dev.perflint.facts.SpringTasks} and {@link
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
}
