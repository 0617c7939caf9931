package dev.perflint.cli;

import dev.perflint.ScanReport;
import dev.perflint.report.text.TextOptions;
import java.io.IOException;
import java.io.Writer;

/** The formats of the report module. */
final class Reports implements ReportFormats {
  @Override
  public ReportFormat of(Format format, Look look) {
    TextOptions options =
        new TextOptions(look.color(), look.explainRank(), TextOptions.PLAIN.width());
    return new Adapter(
        dev.perflint.report.ReportFormats.byId(format.id(), options, look.category())
            .orElseThrow());
  }

  private record Adapter(dev.perflint.report.ReportFormat format) implements ReportFormat {
    @Override
    public void write(ScanReport report, Writer out) throws IOException {
      format.write(report, out);
    }

    @Override
    public int omitted(ScanReport report) {
      return format.omitted(report);
    }
  }
}
