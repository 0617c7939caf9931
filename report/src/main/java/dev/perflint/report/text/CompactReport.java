package dev.perflint.report.text;

import dev.perflint.ScanReport;
import dev.perflint.model.Finding;
import dev.perflint.model.Notice;
import dev.perflint.model.Region;
import dev.perflint.report.content.Printable;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * One line each, in the form that editors and review tools take apart: {@code path:line:column: P1
 * rule-id message [confidence]}. Notices follow in the same form.
 */
public final class CompactReport {
  /** Writes the whole report; neither flushes nor closes. */
  public void write(ScanReport report, Writer out) throws IOException {
    for (Finding finding : report.findings()) {
      out.append(line(finding)).append('\n');
    }
    for (Notice notice : report.notices()) {
      out.append(line(notice)).append('\n');
    }
  }

  private static String line(Finding finding) {
    Region region = finding.location().region();
    return "%s:%d:%d: %s %s %s [%s]"
        .formatted(
            Printable.of(finding.location().path()),
            region.startLine(),
            region.startColumn(),
            finding.priority(),
            finding.rule(),
            Printable.of(finding.message()),
            finding.confidence().name().toLowerCase(Locale.ROOT));
  }

  /** A notice of a whole file points to its start; one of the whole run has no place. */
  private static String line(Notice notice) {
    String place =
        notice
            .path()
            .map(path -> Printable.of(path) + ":" + Math.max(1, notice.line()) + ":1: ")
            .orElse("");
    String rule = notice.rule().map(id -> " " + id).orElse("");
    return place + "notice " + notice.kind().id() + rule + " " + Printable.of(notice.message());
  }
}
