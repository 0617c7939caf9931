package dev.perflint.report;

import dev.perflint.ScanReport;
import java.io.IOException;
import java.io.Writer;

/**
 * One way to write down what a scan found. The same report gives the same characters every time.
 */
public interface ReportFormat {
  /** The word that users type, e.g. {@code sarif}. */
  String id();

  /**
   * Writes the whole report, with {@code \n} line ends. Neither flushes nor closes: the writer
   * belongs to the caller, who encodes as UTF-8.
   */
  void write(ScanReport report, Writer out) throws IOException;

  /** How many findings this format leaves out because its readers would refuse or drop them. */
  default int omitted(ScanReport report) {
    return 0;
  }
}
