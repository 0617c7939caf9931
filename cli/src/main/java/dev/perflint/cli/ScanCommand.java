package dev.perflint.cli;

import dev.perflint.PhaseClock;
import dev.perflint.ScanReport;
import dev.perflint.ScanRequest;
import dev.perflint.config.Configuration;
import dev.perflint.config.FailOn;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perflint scan [PATH...]}. */
@Command(
    name = "scan",
    aliases = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    version = PerflintCommand.VERSION_LINE,
    description = "Finds missed optimizations, ranks them and reports them.")
final class ScanCommand implements Callable<Integer> {
  private final Engine engine;
  private final ReportFormats formats;
  private final Shell shell;

  @Spec private CommandSpec spec;

  @Mixin private ScanInput input;

  @Mixin private ReportOptions reporting;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description = "Exit with 1 from this priority on: ${COMPLETION-CANDIDATES} (default: p1).")
  private @Nullable FailOn failOn;

  @Option(
      names = "--strict",
      description = "Exit with 3 when a file could not be analysed or a rule crashed on it.")
  private boolean strict;

  @Option(names = "--timing", description = "Say where the time went.")
  private boolean timing;

  ScanCommand(Engine engine, ReportFormats formats, Shell shell) {
    this.engine = engine;
    this.formats = formats;
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    ScanSummary summary = new ScanSummary(err);
    Configuration configuration = input.configuration(shell);
    Instant begun = Instant.now();
    long start = System.nanoTime();
    PhaseClock clock = timing ? PhaseClock.started() : PhaseClock.STOPPED;
    ScanReport report = reporting.atLeastMinPriority(scan(err, clock), configuration.minPriority());
    long scanned = System.nanoTime();

    boolean written = reporting.write(report, formats, shell, spec.commandLine());
    long reported = System.nanoTime();
    summary.warnIfEmpty(report);
    if (reporting.isForPeople()) {
      summary.scanned(report, scanned - start);
      summary.leftOut(report.rules(), engine.rules());
    }
    if (!reporting.showsNotices()) {
      summary.notices(report.notices());
    }
    if (timing) {
      summary.timing(begun, scanned - start, reported - scanned, report.statistics().lines());
      summary.phases(clock);
    }
    FailOn failing = FailOn.of(Optional.ofNullable(failOn), configuration);
    return written ? ExitCode.of(report, failing, strict) : ExitCode.FAILED;
  }

  private ScanReport scan(PrintWriter err, PhaseClock clock) {
    if (!ProgressLine.isWanted(shell)) {
      return engine.scan(input.request(shell, engine, ScanRequest.Progress.NONE.with(clock)));
    }
    try (ProgressLine progress = new ProgressLine(err, System::nanoTime)) {
      return engine.scan(input.request(shell, engine, progress.with(clock)));
    }
  }
}
