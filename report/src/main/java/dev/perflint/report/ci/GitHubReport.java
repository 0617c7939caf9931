package dev.perflint.report.ci;

import dev.perflint.ScanReport;
import dev.perflint.model.Finding;
import dev.perflint.model.Notice;
import dev.perflint.model.Priority;
import dev.perflint.model.Region;
import dev.perflint.report.content.Printable;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code github} report: workflow commands that GitHub Actions turns into annotations. Of each
 * kind GitHub shows ten a step and drops the others without a word, so that the most urgent ones
 * are written and the last line counts the others.
 */
public final class GitHubReport {
  /** Annotations of one kind that GitHub shows of a step. */
  static final int MAX_OF_KIND = 10;

  /** Writes the whole report; neither flushes nor closes. */
  public void write(ScanReport report, Writer out) throws IOException {
    Map<Priority, Integer> written = new EnumMap<>(Priority.class);
    for (Finding finding : report.findings()) {
      if (written.merge(finding.priority(), 1, Integer::sum) <= MAX_OF_KIND) {
        out.append(command(finding)).append('\n');
      }
    }
    int warnings = written.getOrDefault(Priority.P2, 0);
    for (Notice notice : report.notices()) {
      if (notice.kind().losesCode() && warnings++ < MAX_OF_KIND) {
        out.append(command(notice)).append('\n');
      }
    }
    int omitted = omitted(report);
    if (omitted > 0) {
      out.append("and " + omitted + (omitted == 1 ? " finding" : " findings"));
      out.append(" that GitHub would not show\n");
    }
  }

  /** How many findings are more than GitHub shows. */
  public int omitted(ScanReport report) {
    int omitted = 0;
    for (Priority priority : Priority.values()) {
      long all = report.findings().stream().filter(f -> f.priority() == priority).count();
      omitted += (int) Math.max(0, all - MAX_OF_KIND);
    }
    return omitted;
  }

  private static String command(Finding finding) {
    Region region = finding.location().region();
    StringBuilder properties = new StringBuilder();
    properties.append("file=").append(property(Printable.of(finding.location().path())));
    properties.append(",line=").append(region.startLine());
    properties.append(",endLine=").append(region.endLine());
    // Columns of a region of several lines make GitHub refuse the annotation.
    if (region.startLine() == region.endLine()) {
      properties.append(",col=").append(region.startColumn());
      properties.append(",endColumn=").append(region.endColumn());
    }
    String title = finding.priority() + " " + finding.rule();
    properties.append(",title=").append(property(title));
    return "::%s %s::%s".formatted(kind(finding.priority()), properties, message(finding));
  }

  private static String command(Notice notice) {
    String place =
        notice
            .path()
            .map(
                path ->
                    "file="
                        + property(Printable.of(path))
                        + ",line="
                        + Math.max(1, notice.line())
                        + ",")
            .orElse("");
    return "::warning %stitle=%s::%s"
        .formatted(place, notice.kind().id(), data(Printable.of(notice.message())));
  }

  private static String kind(Priority priority) {
    return switch (priority) {
      case P1 -> "error";
      case P2 -> "warning";
      case P3 -> "notice";
    };
  }

  private static String message(Finding finding) {
    List<String> lines = Sentences.of(finding);
    return data(String.join("\n", lines));
  }

  /** As the runner decodes what stands behind the second {@code ::}. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** As the runner decodes the value of a property, which ends at a comma or colon. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
