package dev.perflint.cli;

import dev.perflint.ScanReport;
import java.io.IOException;

/** Renders a report as text of one format. */
@FunctionalInterface
interface ReportFormat {
  void write(ScanReport report, Appendable out) throws IOException;
}
