package dev.perflint.maven;

import dev.perflint.ScanReport;
import dev.perflint.model.Finding;
import dev.perflint.model.Notice;
import dev.perflint.model.Region;
import dev.perflint.report.content.Counts;
import dev.perflint.report.content.Printable;
import dev.perflint.report.content.Summary;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Tells a scan's result in the log, in the form in which IDEs and build servers read messages. */
record Console(Log log) {
  private static final int MOST_NOTICES = 20;

  /**
   * @param verdict its findings are errors when they are too many, the others warnings
   * @param failing whether they may be
   */
  void findings(List<Finding> findings, Verdict verdict, boolean failing) {
    for (Finding finding : findings) {
      if (failing && verdict.isTooMany() && verdict.failOn().isReachedBy(finding)) {
        log.error(line(finding));
      } else {
        log.warn(line(finding));
      }
    }
  }

  void notices(List<Notice> notices) {
    for (Notice notice : notices.stream().limit(MOST_NOTICES).toList()) {
      if (notice.kind().losesCode()) {
        log.warn(line(notice));
      } else {
        log.info(line(notice));
      }
    }
    if (notices.size() > MOST_NOTICES) {
      log.warn(Counts.of(notices.size() - MOST_NOTICES, "more notice"));
    }
  }

  void summary(ScanReport report) {
    ScanReport.Statistics scanned = report.statistics();
    Summary summary = Summary.of(report);
    String size = Counts.files(scanned.files()) + " (" + Counts.lines(scanned.lines()) + ")";
    log.info(
        report.findings().isEmpty()
            ? "perflint: no findings in " + size
            : "perflint: %s (%s) in %s of %s"
                .formatted(
                    Counts.findings(summary.findings()),
                    Verdict.byPriority(report.findings()),
                    Counts.of(summary.filesWithFindings()),
                    size));
  }

  /** {@code src/main/java/A.java:[12,5] [rule-id] P1 message}. */
  static String line(Finding finding) {
    Region region = finding.location().region();
    return "%s:[%d,%d] [%s] %s %s"
        .formatted(
            Printable.of(finding.location().path()),
            region.startLine(),
            region.startColumn(),
            finding.rule(),
            finding.priority(),
            Printable.of(finding.message()));
  }

  static String line(Notice notice) {
    String place =
        notice
            .path()
            .map(path -> Printable.of(path) + ":[" + Math.max(1, notice.line()) + ",1] ")
            .orElse("");
    String rule = notice.rule().map(id -> " (" + id + ")").orElse("");
    return place + Printable.of(notice.message()) + rule;
  }
}
