package dev.perflint.maven;

import dev.perflint.ScanReport;
import dev.perflint.config.FailOn;
import dev.perflint.model.Finding;
import dev.perflint.model.Priority;
import dev.perflint.report.content.Counts;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/**
 * Whether findings are more than a build allows.
 *
 * @param failOn from which priority on findings count
 * @param allowed how many of them are allowed
 * @param counting those that count
 */
record Verdict(FailOn failOn, int allowed, List<Finding> counting) {

  static Verdict of(ScanReport report, FailOn failOn, int allowed) {
    return new Verdict(
        failOn, allowed, report.findings().stream().filter(failOn::isReachedBy).toList());
  }

  boolean isTooMany() {
    return counting.size() > allowed;
  }

  /**
   * What is wrong, and what can be done about it.
   *
   * @param reports the folder where they are
   */
  String message(Path reports) {
    return """
        perflint: %s at or above %s (%s), %s allowed
        Reports: %s
        To accept one: // perflint:ignore RULE -- reason, on or above its line
        To change what fails: perflint.failOn (is %s), perflint.maxAllowedViolations (is %d)"""
        .formatted(
            Counts.findings(counting.size()),
            failOn.name(),
            byPriority(counting),
            allowed == 0 ? "none" : Counts.of(allowed),
            reports,
            failOn,
            allowed);
  }

  /** {@code 1 P1, 2 P3}. */
  static String byPriority(List<Finding> findings) {
    StringJoiner counts = new StringJoiner(", ");
    for (Priority priority : Priority.values()) {
      long count = findings.stream().filter(f -> f.priority() == priority).count();
      if (count > 0) {
        counts.add(Counts.of(count) + " " + priority);
      }
    }
    return counts.toString();
  }
}
