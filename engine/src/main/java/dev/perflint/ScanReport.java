package dev.perflint;

import dev.perflint.model.Finding;
import dev.perflint.model.Notice;
import dev.perflint.model.Priority;
import dev.perflint.rule.RuleDoc;
import java.util.List;
import java.util.SortedMap;

/**
 * All that a scan says; what every report format renders. Holds nothing that differs between two
 * scans of the same input: no time, no machine, no absolute path.
 *
 * @param version of perflint
 * @param rules all enabled rules, sorted by id
 * @param findings sorted by {@link Finding#ORDER}
 * @param notices sorted
 */
public record ScanReport(
    String version,
    List<RuleDoc> rules,
    List<Finding> findings,
    List<Notice> notices,
    Statistics statistics) {

  /**
   * @param files Java files analysed
   * @param lines their lines
   * @param otherLanguages files of other JVM languages by name, e.g. "Kotlin" to 38; sorted by name
   */
  public record Statistics(int files, long lines, SortedMap<String, Integer> otherLanguages) {}

  /** The report without what is less urgent. */
  public ScanReport atLeast(Priority floor) {
    List<Finding> urgent =
        findings.stream().filter(finding -> finding.priority().isAtLeast(floor)).toList();
    return new ScanReport(version, rules, urgent, notices, statistics);
  }

  public ScanReport {
    rules = List.copyOf(rules);
    findings = List.copyOf(findings);
    notices = List.copyOf(notices);
  }
}
