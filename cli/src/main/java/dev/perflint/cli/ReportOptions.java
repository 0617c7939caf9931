package dev.perflint.cli;

import dev.perflint.ScanReport;
import dev.perflint.UsageException;
import dev.perflint.model.Priority;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that say what is reported, how and where to. */
final class ReportOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Report on the standard output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FORMAT=FILE",
      converter = OutputFileConverter.class,
      description = "Also write a report to a file; may be given several times.")
  private List<OutputFile> outputs = new ArrayList<>();

  @Option(
      names = "--min-priority",
      paramLabel = "LEVEL",
      description = "Report from this priority on: p1, p2 or p3 (default: p3).")
  private Priority minPriority = Priority.P3;

  @Option(names = "--explain-rank", description = "Show the terms of each rank.")
  private boolean explainRank;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ColorMode color = ColorMode.AUTO;

  /** Whether the standard output is read by a person rather than a program. */
  boolean isForPeople() {
    return format == Format.TEXT;
  }

  /** The report without what is less urgent; that does not fail the run either. */
  ScanReport atLeastMinPriority(ScanReport report) {
    if (minPriority == Priority.P3) {
      return report;
    }
    return new ScanReport(
        report.version(),
        report.rules(),
        report.findings().stream().filter(f -> f.priority().isAtLeast(minPriority)).toList(),
        report.notices(),
        report.statistics());
  }

  /**
   * Writes the files, then the standard output, so that a reader who hangs up costs no file. A file
   * that cannot be written does not keep the others from being written.
   *
   * @return whether every file was written
   */
  boolean write(ScanReport report, ReportFormats formats, Shell shell, CommandLine command)
      throws IOException {
    boolean written = true;
    for (OutputFile output : outputs) {
      ReportFormat renderer = formats.of(output.format(), new Look(false, explainRank));
      try {
        output.write(report, renderer, shell.workingDirectory());
      } catch (UsageException e) {
        command.getErr().println("perflint: " + Printable.of(e.getMessage()));
        written = false;
      }
    }
    Look look = new Look(color.isOn(shell), explainRank);
    formats.of(format, look).write(report, command.getOut());
    return written;
  }
}
