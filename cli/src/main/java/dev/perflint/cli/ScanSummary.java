package dev.perflint.cli;

import dev.perflint.PhaseClock;
import dev.perflint.ScanReport;
import dev.perflint.model.Group;
import dev.perflint.model.Notice;
import dev.perflint.report.content.Counts;
import dev.perflint.report.content.Printable;
import dev.perflint.rule.RuleDoc;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a scan says beside its reports, on the standard error stream. */
final class ScanSummary {
  private static final int MOST_NOTICES = 20;

  private final PrintWriter err;

  ScanSummary(PrintWriter err) {
    this.err = err;
  }

  /** Says that there was nothing to look at, which is rarely what was wanted. */
  void warnIfEmpty(ScanReport report) {
    boolean nothingLost = report.notices().stream().noneMatch(n -> n.kind().losesCode());
    if (report.statistics().files() == 0 && nothingLost) {
      err.println("perflint: warning: no Java files found");
    }
  }

  /** Notices for those whose report goes to a machine that may not show them. */
  void notices(List<Notice> notices) {
    notices.stream().limit(MOST_NOTICES).forEach(n -> err.println(Printable.of(line(n))));
    if (notices.size() > MOST_NOTICES) {
      err.println("perflint: warning: " + (notices.size() - MOST_NOTICES) + " more notices");
    }
  }

  /** {@code Scanned 240 files, 18,204 lines in 1.9 s}. */
  void scanned(ScanReport report, long nanos) {
    ScanReport.Statistics statistics = report.statistics();
    err.println(
        "Scanned "
            + Counts.files(statistics.files())
            + ", "
            + Counts.lines(statistics.lines())
            + " in "
            + Counts.seconds(nanos));
  }

  /**
   * Says of a scan with the default rules that there are others.
   *
   * @param asked rules of the scan
   * @param all rules
   */
  void leftOut(List<RuleDoc> asked, List<RuleDoc> all) {
    long previews = all.stream().filter(rule -> rule.group() == Group.PREVIEW).count();
    if (previews > 0
        && !asked.isEmpty()
        && asked.stream().allMatch(rule -> rule.group() == Group.DEFAULT)) {
      err.println(
          Counts.of(previews, "preview rule")
              + " left out, whose findings are less often worth it: --select default,preview");
    }
  }

  /**
   * Where the time went. The start-up counts from the start of the launcher, whose process this is,
   * so that of a first run holds the build.
   *
   * @param begun when the scan began
   */
  void timing(Instant begun, long scanNanos, long reportNanos, long lines) {
    Duration startUp =
        ProcessHandle.current()
            .info()
            .startInstant()
            .map(start -> Duration.between(start, begun))
            .orElse(Duration.ZERO);
    long perSecond = scanNanos == 0 ? 0 : (long) (lines * 1e9 / scanNanos);
    err.println("Start-up   " + Counts.seconds(Math.max(0, startUp.toNanos())));
    err.println(
        "Scan       " + Counts.seconds(scanNanos) + ", " + Counts.lines(perSecond) + " a second");
    err.println("Reports    " + Counts.seconds(reportNanos));
    err.println("Peak heap  " + Counts.of(peakHeap() >> 20) + " MB");
  }

  /** Processor time by phase; what is elapsed is less where threads share the work. */
  void phases(PhaseClock clock) {
    for (PhaseClock.Phase phase : PhaseClock.Phase.values()) {
      String name = phase.name().charAt(0) + phase.name().substring(1).toLowerCase(Locale.ROOT);
      String seconds = Counts.seconds(clock.nanos(phase));
      err.println(name + " ".repeat(11 - name.length()) + seconds + " of processor time");
    }
  }

  private static String line(Notice notice) {
    String line = notice.line() > 0 ? ":" + notice.line() : "";
    String place = notice.path().map(path -> path + line + ": ").orElse("");
    String rule = notice.rule().map(id -> " (" + id + ")").orElse("");
    String level = notice.kind().losesCode() ? "warning: " : "note: ";
    return "perflint: " + level + place + notice.message() + rule;
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
        .sum();
  }
}
