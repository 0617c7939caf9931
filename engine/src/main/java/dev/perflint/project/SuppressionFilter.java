package dev.perflint.project;

import dev.perflint.model.Finding;
import dev.perflint.model.Notice;
import dev.perflint.source.Suppression;
import dev.perflint.words.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes suppressed findings out, and tells of suppressions that suppress nothing.
 *
 * @param findings that are left
 * @param notices about unused suppressions and unknown rules in them
 * @param suppressed how many findings were taken out
 */
public record SuppressionFilter(List<Finding> findings, List<Notice> notices, int suppressed) {
  public SuppressionFilter {
    findings = List.copyOf(findings);
    notices = List.copyOf(notices);
  }

  /**
   * @param byPath the suppressions of each file that has any
   * @param enabled ids of the rules that ran: only what they could have found can be unused
   * @param known ids of all rules
   */
  public static SuppressionFilter of(
      List<Finding> findings,
      Map<String, List<Suppression>> byPath,
      Set<String> enabled,
      Set<String> known) {
    Set<String> used = new HashSet<>();
    List<Finding> left = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      boolean covered = false;
      for (Suppression suppression : byPath.getOrDefault(finding.location().path(), List.of())) {
        if (suppression.covers(finding.rule().value(), finding.location().region().startLine())) {
          covered = true;
          used.add(key(finding.location().path(), suppression, finding.rule().value()));
          used.add(key(finding.location().path(), suppression, Suppression.ALL));
        }
      }
      if (!covered) {
        left.add(finding);
      }
    }
    List<Notice> notices = new ArrayList<>();
    byPath.forEach(
        (path, list) -> list.forEach(s -> addNotices(path, s, used, enabled, known, notices)));
    return new SuppressionFilter(
        left, notices.stream().sorted().toList(), findings.size() - left.size());
  }

  private static void addNotices(
      String path,
      Suppression s,
      Set<String> used,
      Set<String> enabled,
      Set<String> known,
      List<Notice> into) {
    for (String rule : s.rules()) {
      boolean all = rule.equals(Suppression.ALL);
      if (!all && !known.contains(rule)) {
        String message =
            "the suppression names no rule: \"" + rule + "\"" + Nearest.hint(rule, known);
        into.add(Notice.ofFile(Notice.Kind.INFO, path, s.line(), message));
      } else if (!used.contains(key(path, s, rule)) && (all || enabled.contains(rule))) {
        String message =
            "unused suppression of " + (all ? "all rules" : rule) + ": nothing is found there";
        into.add(Notice.ofFile(Notice.Kind.INFO, path, s.line(), message));
      }
    }
  }

  private static String key(String path, Suppression suppression, String rule) {
    return path + ":" + suppression.line() + ":" + suppression.firstLine() + ":" + rule;
  }
}
