package dev.perflint.report.json;

import dev.perflint.ScanReport;
import java.io.IOException;
import java.io.Writer;

/** The {@code json} report: everything that a scan says, for programs. */
public final class JsonReport {
  /** Writes the whole report; neither flushes nor closes. */
  public void write(ScanReport report, Writer out) throws IOException {
    JsonOutput.withNulls().write(JsonDocument.of(report), out);
  }
}
