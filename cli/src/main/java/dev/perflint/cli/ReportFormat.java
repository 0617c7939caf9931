package dev.perflint.cli;

import dev.perflint.ScanReport;
import java.io.IOException;
import java.io.Writer;

/** Renders a report as text of one format. */
interface ReportFormat {
  void write(ScanReport report, Writer out) throws IOException;

  /** How many findings this format leaves out because its readers would refuse or drop them. */
  default int omitted(ScanReport report) {
    return 0;
  }
}
