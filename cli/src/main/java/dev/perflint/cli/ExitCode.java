package dev.perflint.cli;

import dev.perflint.ScanReport;
import dev.perflint.config.FailOn;

/** What the exit code of every command means; the same for every report format. */
final class ExitCode {
  /** Nothing found that fails the run. */
  static final int OK = 0;

  /** Findings at or above the failing level. */
  static final int FINDINGS = 1;

  /** Wrong usage, a missing path, output that cannot be written, an internal error. */
  static final int FAILED = 2;

  /** With {@code --strict}: some code was not analysed. */
  static final int INCOMPLETE = 3;

  private ExitCode() {}

  /** The code of a scan that ran to its end and whose reports were written. */
  static int of(ScanReport report, FailOn failOn, boolean strict) {
    if (strict && report.notices().stream().anyMatch(notice -> notice.kind().losesCode())) {
      return INCOMPLETE;
    }
    return report.findings().stream().anyMatch(failOn::isReachedBy) ? FINDINGS : OK;
  }
}
