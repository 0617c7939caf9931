package dev.perflint.report.text;

import dev.perflint.ScanReport;
import dev.perflint.ScanReport.Statistics;
import dev.perflint.model.Area;
import dev.perflint.model.Priority;
import dev.perflint.report.content.Counts;
import dev.perflint.report.content.Printable;
import dev.perflint.report.content.Summary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The counts at the end: a table of area by priority and a sentence. */
final class SummaryBlock {
  private static final int COLUMN_WIDTH = 5;

  private final Sheet sheet;

  SummaryBlock(Sheet sheet) {
    this.sheet = sheet;
  }

  void write(ScanReport report) throws IOException {
    Summary summary = Summary.of(report);
    if (summary.findings() > 0) {
      table(summary);
      sheet.line("");
      sheet.line(sheet.palette().strong(found(summary, report.statistics())));
    } else {
      sheet.line(sheet.palette().good(nothingFound(report)));
    }
    long filesLost = filesLost(report);
    if (filesLost > 0) {
      sheet.line(Counts.of(filesLost, "file") + " not or only partly analysed: see the notices.");
    }
    if (!report.statistics().otherLanguages().isEmpty()) {
      sheet.line(notAnalysed(report.statistics().otherLanguages()));
    }
  }

  private void table(Summary summary) throws IOException {
    Palette palette = sheet.palette();
    int labelWidth = widestArea(summary);
    StringBuilder row = new StringBuilder(" ".repeat(labelWidth));
    for (Priority priority : Priority.values()) {
      row.append(" ".repeat(COLUMN_WIDTH - 2)).append(palette.priority(priority, priority.name()));
    }
    sheet.line(row.toString());
    for (Area area : summary.byArea().keySet()) {
      row = new StringBuilder(area.id()).append(Cells.padding(area.id(), labelWidth));
      for (Priority priority : Priority.values()) {
        int count = summary.count(area, priority);
        String shown = count == 0 ? "-" : Counts.of(count);
        row.append(" ".repeat(Math.max(1, COLUMN_WIDTH - shown.length()))).append(shown);
      }
      sheet.line(row.toString());
    }
  }

  static int widestArea(Summary summary) {
    return summary.byArea().keySet().stream().mapToInt(a -> a.id().length()).max().orElse(0);
  }

  private static String found(Summary summary, Statistics statistics) {
    String fixable =
        summary.fixable() == 0
            ? ""
            : " " + Counts.of(summary.fixable()) + " fixable with perflint fix.";
    return "%s in %s of %s (%s).%s"
        .formatted(
            Counts.findings(summary.findings()),
            Counts.of(summary.filesWithFindings()),
            Counts.of(statistics.files(), "file"),
            Counts.of(statistics.lines(), "line"),
            fixable);
  }

  private static String nothingFound(ScanReport report) {
    Statistics statistics = report.statistics();
    if (statistics.files() == 0) {
      return "No Java files to look at.";
    }
    return "Nothing to report: %s found no missed optimization in %s (%s)."
        .formatted(
            Counts.of(report.rules().size(), "rule"),
            Counts.of(statistics.files(), "file"),
            Counts.of(statistics.lines(), "line"));
  }

  private static long filesLost(ScanReport report) {
    return report.notices().stream()
        .filter(notice -> notice.kind().losesCode())
        .flatMap(notice -> notice.path().stream())
        .distinct()
        .count();
  }

  private static String notAnalysed(Map<String, Integer> otherLanguages) {
    List<String> counts = new ArrayList<>();
    int files = 0;
    for (Map.Entry<String, Integer> language : otherLanguages.entrySet()) {
      counts.add(Counts.of(language.getValue()) + " " + Printable.of(language.getKey()));
      files += language.getValue();
    }
    String last = counts.remove(counts.size() - 1);
    String all = counts.isEmpty() ? last : String.join(", ", counts) + " and " + last;
    String them =
        files == 1
            ? "file not analysed: call paths through it"
            : "files not analysed: call paths through them";
    return all + " " + them + " are unknown.";
  }
}
