package dev.perflint.cli;

import dev.perflint.ScanReport;
import dev.perflint.ScanRequest;
import dev.perflint.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders (default: the working directory).")
  private List<Path> paths = new ArrayList<>();

  @Mixin private ReportOptions reporting;

  @Option(
      names = "--select",
      split = ",",
      paramLabel = "WORD",
      description = "Rules to run: ids, themes, groups or all (default: the group default).")
  private List<String> select = new ArrayList<>();

  @Option(
      names = "--ignore",
      split = ",",
      paramLabel = "WORD",
      description = "Rules to leave out, in the same words.")
  private List<String> ignore = new ArrayList<>();

  @Option(
      names = "--java-version",
      paramLabel = "N",
      description = "The JDK release that runs the scanned code, from 8 on.")
  private @Nullable Integer javaVersion;

  @Option(names = "--include-tests", description = "Also report what is found in test sources.")
  private boolean includeTests;

  @Option(names = "--include-generated", description = "Also scan generated sources.")
  private boolean includeGenerated;

  @Option(names = "--jobs", paramLabel = "N", description = "Threads (default: one for each core).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description = "Exit with 1 from this priority on: ${COMPLETION-CANDIDATES} (default: p1).")
  private FailOn failOn = FailOn.P1;

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
    Instant begun = Instant.now();
    long start = System.nanoTime();
    ScanReport report = reporting.atLeastMinPriority(scan(err));
    long scanned = System.nanoTime();

    boolean written = reporting.write(report, formats, shell, spec.commandLine());
    long reported = System.nanoTime();
    summary.warnIfEmpty(report);
    if (reporting.isForPeople()) {
      summary.scanned(report, scanned - start);
    }
    if (!reporting.showsNotices()) {
      summary.notices(report.notices());
    }
    if (timing) {
      summary.timing(begun, scanned - start, reported - scanned, report.statistics().lines());
    }
    return written ? ExitCode.of(report, failOn, strict) : ExitCode.FAILED;
  }

  private ScanReport scan(PrintWriter err) {
    if (!ProgressLine.isWanted(shell)) {
      return engine.scan(request(ScanRequest.Progress.NONE));
    }
    try (ProgressLine progress = new ProgressLine(err, System::nanoTime)) {
      return engine.scan(request(progress));
    }
  }

  private ScanRequest request(ScanRequest.Progress progress) {
    if (javaVersion != null && javaVersion < 8) {
      throw new UsageException("--java-version must be at least 8, not " + javaVersion);
    }
    return new ScanRequest(
        shell.workingDirectory(),
        paths,
        known(select),
        known(ignore),
        javaVersion == null ? OptionalInt.empty() : OptionalInt.of(javaVersion),
        jobs,
        includeTests,
        includeGenerated,
        progress);
  }

  private List<String> known(List<String> words) {
    return words.isEmpty() ? words : RuleWords.known(words, engine.rules());
  }
}
