package dev.perflint.cli;

import dev.perflint.ScanReport;
import dev.perflint.UsageException;
import dev.perflint.model.Priority;
import dev.perflint.report.content.Counts;
import dev.perflint.report.content.Printable;
import dev.perflint.report.sarif.SarifReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  private @Nullable Priority minPriority;

  @Option(names = "--explain-rank", description = "Show the terms of each rank.")
  private boolean explainRank;

  @Option(
      names = "--sarif-category",
      paramLabel = "NAME",
      description =
          "What tells a SARIF report from others of the same commit (default: ${DEFAULT-VALUE}).")
  private String sarifCategory = SarifReport.CATEGORY;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ColorMode color = ColorMode.AUTO;

  /**
   * GitHub replaces reports of the same category, and knows none without a name.
   *
   * @throws UsageException for a name that is blank
   */
  private String sarifCategory() {
    if (sarifCategory.isBlank()) {
      throw new UsageException("--sarif-category wants a name");
    }
    return sarifCategory;
  }

  /** Whether a person waits for the report, rather than a program. */
  boolean isForPeople() {
    return format == Format.TEXT;
  }

  /** Whether a reader of the standard output will see notices there. */
  boolean showsNotices() {
    return format == Format.TEXT || format == Format.COMPACT;
  }

  /**
   * The report without what is less urgent; that does not fail the run either.
   *
   * @param configured holds where the command line says nothing
   */
  ScanReport atLeastMinPriority(ScanReport report, Optional<Priority> configured) {
    Priority floor = Optional.ofNullable(minPriority).or(() -> configured).orElse(Priority.P3);
    return report.atLeast(floor);
  }

  /**
   * Writes the files, then the standard output, so that a reader who hangs up costs no file. A file
   * that cannot be written does not keep the others from being written.
   *
   * @return whether every file was written
   */
  boolean write(ScanReport report, ReportFormats formats, Shell shell, CommandLine command)
      throws IOException {
    PrintWriter err = command.getErr();
    boolean written = true;
    for (OutputFile output : outputs) {
      ReportFormat renderer =
          formats.of(output.format(), new Look(false, explainRank, sarifCategory()));
      try {
        output.write(report, renderer, shell.workingDirectory());
        sayWhatIsLeftOut(renderer.omitted(report), output.file().toString(), err);
      } catch (UsageException e) {
        err.println("perflint: " + Printable.of(e.getMessage()));
        written = false;
      }
    }
    ReportFormat renderer =
        formats.of(format, new Look(color.isOn(shell), explainRank, sarifCategory()));
    renderer.write(report, command.getOut());
    sayWhatIsLeftOut(renderer.omitted(report), "the report", err);
    return written;
  }

  private static void sayWhatIsLeftOut(int omitted, String where, PrintWriter err) {
    if (omitted > 0) {
      err.println(
          "perflint: warning: the "
              + Counts.of(omitted)
              + " least urgent findings do not fit into "
              + Printable.of(where));
    }
  }
}
