package dev.perflint.report;

import dev.perflint.ScanReport;
import dev.perflint.report.text.TextOptions;
import java.io.IOException;
import java.io.StringWriter;

/** Writes a report into a string, through the door that the command line uses. */
public final class Render {
  private Render() {}

  public static String as(String format, ScanReport report) throws IOException {
    return as(format, TextOptions.PLAIN, report);
  }

  public static String text(TextOptions options, ScanReport report) throws IOException {
    return as("text", options, report);
  }

  private static String as(String format, TextOptions options, ScanReport report)
      throws IOException {
    StringWriter out = new StringWriter();
    ReportFormats.byId(format, options).orElseThrow().write(report, out);
    return out.toString();
  }
}
