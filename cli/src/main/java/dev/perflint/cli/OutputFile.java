package dev.perflint.cli;

import dev.perflint.ScanReport;
import dev.perflint.UsageException;
import dev.perflint.report.file.ResultFile;
import java.nio.file.Path;

/**
 * A report that goes to a file.
 *
 * @param file as given, relative to the working directory
 */
record OutputFile(Format format, Path file) {

  /**
   * Replaces the file; its folder must exist.
   *
   * @throws UsageException when the file cannot be written; it is then as it was before
   */
  void write(ScanReport report, ReportFormat renderer, Path workingDirectory) {
    new ResultFile(workingDirectory.resolve(file), file.toString())
        .write(out -> renderer.write(report, out));
  }
}
