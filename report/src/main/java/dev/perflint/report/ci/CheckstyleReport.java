package dev.perflint.report.ci;

import dev.perflint.ScanReport;
import dev.perflint.model.Finding;
import dev.perflint.model.Notice;
import dev.perflint.model.Priority;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@code checkstyle} report: the XML of Checkstyle, which build servers and review tools have
 * read for decades. File by file, from the first line to the last.
 */
public final class CheckstyleReport {
  /** Of Checkstyle, whose form this is. */
  private static final String VERSION = "10.26.1";

  private record Line(int line, int column, String severity, String message, String source) {}

  /** Writes the whole report; neither flushes nor closes. */
  public void write(ScanReport report, Writer out) throws IOException {
    Map<String, List<Line>> byFile = new TreeMap<>();
    for (Finding finding : report.findings()) {
      byFile
          .computeIfAbsent(finding.location().path(), any -> new ArrayList<>())
          .add(line(finding));
    }
    for (Notice notice : report.notices()) {
      if (notice.path().isPresent() && notice.kind().losesCode()) {
        byFile.computeIfAbsent(notice.path().get(), any -> new ArrayList<>()).add(line(notice));
      }
    }
    XmlOutput xml = new XmlOutput(out);
    xml.open("checkstyle", "version", VERSION);
    for (Map.Entry<String, List<Line>> file : byFile.entrySet()) {
      xml.open("file", "name", file.getKey());
      file.getValue().sort(Comparator.comparingInt(Line::line).thenComparingInt(Line::column));
      for (Line line : file.getValue()) {
        xml.empty(
            "error",
            "line",
            line.line(),
            "column",
            line.column(),
            "severity",
            line.severity(),
            "message",
            line.message(),
            "source",
            line.source());
      }
      xml.close("file");
    }
    xml.close("checkstyle");
  }

  private static Line line(Finding finding) {
    return new Line(
        finding.location().region().startLine(),
        finding.location().region().startColumn(),
        severity(finding.priority()),
        String.join(" ", Sentences.of(finding)),
        "perflint." + finding.rule());
  }

  private static Line line(Notice notice) {
    return new Line(
        Math.max(1, notice.line()),
        1,
        "warning",
        notice.message(),
        "perflint." + notice.kind().id());
  }

  private static String severity(Priority priority) {
    return switch (priority) {
      case P1 -> "error";
      case P2 -> "warning";
      case P3 -> "info";
    };
  }
}
