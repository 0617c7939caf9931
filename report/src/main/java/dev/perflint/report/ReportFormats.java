package dev.perflint.report;

import dev.perflint.ScanReport;
import dev.perflint.report.json.JsonReport;
import dev.perflint.report.sarif.SarifReport;
import dev.perflint.report.text.CompactReport;
import dev.perflint.report.text.TextOptions;
import dev.perflint.report.text.TextReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** The formats there are. */
public final class ReportFormats {
  private static final List<String> IDS = List.of("text", "compact", "json", "sarif");

  private ReportFormats() {}

  /** All ids, in the order in which help texts list them. */
  public static List<String> ids() {
    return IDS;
  }

  /**
   * @param options only the text format looks at them
   * @return empty for a word that is not in {@link #ids}
   */
  public static Optional<ReportFormat> byId(String id, TextOptions options) {
    return switch (id) {
      case "text" -> Optional.of(new Plain(id, new TextReport(options)::write));
      case "compact" -> Optional.of(new Plain(id, new CompactReport()::write));
      case "json" -> Optional.of(new Plain(id, new JsonReport()::write));
      case "sarif" -> Optional.of(new Sarif(id, new SarifReport()));
      default -> Optional.empty();
    };
  }

  private interface Rendering {
    void write(ScanReport report, Writer out) throws IOException;
  }

  private record Plain(String id, Rendering rendering) implements ReportFormat {
    @Override
    public void write(ScanReport report, Writer out) throws IOException {
      rendering.write(report, out);
    }
  }

  private record Sarif(String id, SarifReport sarif) implements ReportFormat {
    @Override
    public void write(ScanReport report, Writer out) throws IOException {
      sarif.write(report, out);
    }

    @Override
    public int omitted(ScanReport report) {
      return sarif.omitted(report);
    }
  }
}
