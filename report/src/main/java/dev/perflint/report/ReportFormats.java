package dev.perflint.report;

import dev.perflint.ScanReport;
import dev.perflint.report.ci.CheckstyleReport;
import dev.perflint.report.ci.GitHubReport;
import dev.perflint.report.ci.GitLabReport;
import dev.perflint.report.ci.JunitReport;
import dev.perflint.report.json.JsonReport;
import dev.perflint.report.markdown.MarkdownReport;
import dev.perflint.report.sarif.SarifReport;
import dev.perflint.report.text.CompactReport;
import dev.perflint.report.text.TextOptions;
import dev.perflint.report.text.TextReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The formats there are. */
public final class ReportFormats {
  private static final List<String> IDS =
      List.of(
          "text",
          "compact",
          "json",
          "sarif",
          "github",
          "gitlab",
          "checkstyle",
          "junit",
          "markdown");

  private ReportFormats() {}

  /** All ids, in the order in which help texts list them. */
  public static List<String> ids() {
    return IDS;
  }

  /** The same with the usual category. */
  public static Optional<ReportFormat> byId(String id, TextOptions options) {
    return byId(id, options, SarifReport.CATEGORY);
  }

  /**
   * The format of an id.
   *
   * @param options only the text format looks at them
   * @param category only SARIF has one
   * @return empty for a word that is not in {@link #ids}
   */
  public static Optional<ReportFormat> byId(String id, TextOptions options, String category) {
    return Optional.ofNullable(
        switch (id) {
          case "text" -> complete(id, new TextReport(options)::write);
          case "compact" -> complete(id, new CompactReport()::write);
          case "json" -> complete(id, new JsonReport()::write);
          case "sarif" -> {
            SarifReport sarif = new SarifReport(category);
            yield new Rendered(id, sarif::write, sarif::omitted);
          }
          case "github" -> {
            GitHubReport gitHub = new GitHubReport();
            yield new Rendered(id, gitHub::write, gitHub::omitted);
          }
          case "gitlab" -> complete(id, new GitLabReport()::write);
          case "checkstyle" -> complete(id, new CheckstyleReport()::write);
          case "junit" -> complete(id, new JunitReport()::write);
          case "markdown" -> {
            MarkdownReport markdown = new MarkdownReport();
            yield new Rendered(id, markdown::write, markdown::omitted);
          }
          default -> null;
        });
  }

  private interface Rendering {
    void write(ScanReport report, Writer out) throws IOException;
  }

  private static ReportFormat complete(String id, Rendering rendering) {
    return new Rendered(id, rendering, report -> 0);
  }

  private record Rendered(String id, Rendering rendering, ToIntFunction<ScanReport> left)
      implements ReportFormat {
    @Override
    public void write(ScanReport report, Writer out) throws IOException {
      rendering.write(report, out);
    }

    @Override
    public int omitted(ScanReport report) {
      return left.applyAsInt(report);
    }
  }
}
