package dev.perflint.report.markdown;

import dev.perflint.ScanReport;
import dev.perflint.model.Area;
import dev.perflint.model.Finding;
import dev.perflint.model.Notice;
import dev.perflint.model.Priority;
import dev.perflint.report.content.Links;
import dev.perflint.report.content.Summary;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code markdown} report: counts and a table of the most urgent findings, as long as a comment
 * or a job summary of GitHub may be.
 */
public final class MarkdownReport {
  /** GitHub's limit for a comment is 65,536. */
  static final int MAX_LENGTH = 60_000;

  private static final String HEAD = "| | Where | Rule | What |\n| --- | --- | --- | --- |\n";

  /** Writes the whole report; neither flushes nor closes. */
  public void write(ScanReport report, Writer out) throws IOException {
    String head = head(report);
    List<String> rows = rows(report, head.length());
    out.append(head);
    if (!rows.isEmpty()) {
      out.append('\n').append(HEAD);
      for (String row : rows) {
        out.append(row);
      }
    }
    int omitted = report.findings().size() - rows.size();
    if (omitted > 0) {
      out.append("\nand " + omitted + " less urgent ones that do not fit in here\n");
    }
  }

  /** How many findings would make the report too long. */
  public int omitted(ScanReport report) {
    return report.findings().size() - rows(report, head(report).length()).size();
  }

  private static String head(ScanReport report) {
    Summary summary = Summary.of(report);
    StringBuilder head = new StringBuilder("## perflint: ");
    if (summary.findings() == 0) {
      head.append("no findings");
    } else {
      head.append(count(summary.findings(), "finding"));
      head.append(" in ").append(count(summary.filesWithFindings(), "file"));
    }
    head.append("\n");
    long lost = report.notices().stream().map(Notice::kind).filter(k -> k.losesCode()).count();
    if (lost > 0) {
      head.append("\n").append(lost == 1 ? "1 file was" : lost + " files were");
      head.append(" not read, or only in part.\n");
    }
    if (summary.findings() > 0) {
      counts(summary, head);
    }
    return head.toString();
  }

  private static void counts(Summary summary, StringBuilder head) {
    head.append("\n| Area | P1 | P2 | P3 |\n| --- | ---: | ---: | ---: |\n");
    for (Area area : summary.byArea().keySet()) {
      head.append("| ").append(area.id());
      for (Priority priority : Priority.values()) {
        head.append(" | ").append(summary.count(area, priority));
      }
      head.append(" |\n");
    }
  }

  /** Those that fit, the most urgent first. */
  private static List<String> rows(ScanReport report, int used) {
    List<String> rows = new ArrayList<>();
    int length = used + HEAD.length() + 100;
    for (Finding finding : report.findings()) {
      String row = row(finding);
      length += row.length();
      if (length > MAX_LENGTH) {
        return rows;
      }
      rows.add(row);
    }
    return rows;
  }

  private static String row(Finding finding) {
    String place = finding.location().path() + ":" + finding.location().region().startLine();
    return "| %s | %s | [%s](%s) | %s |\n"
        .formatted(
            finding.priority(),
            MarkdownText.code(place),
            finding.rule(),
            Links.ruleDocs(finding.rule()),
            MarkdownText.line(finding.message()));
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
