package dev.perflint.maven;

import dev.perflint.ScanReport;
import dev.perflint.model.Area;
import dev.perflint.model.Finding;
import dev.perflint.model.Notice;
import dev.perflint.model.Priority;
import dev.perflint.model.RuleId;
import dev.perflint.report.content.Counts;
import dev.perflint.report.content.Links;
import dev.perflint.report.content.Printable;
import dev.perflint.report.content.Summary;
import dev.perflint.rule.RuleDoc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.impl.SinkEventAttributeSet;
import org.apache.maven.reporting.AbstractMavenReportRenderer;

/** The page of a site: counts, then the findings by priority. */
final class SitePage extends AbstractMavenReportRenderer {
  private final Optional<ScanReport> report;

  /**
   * @param report empty when there was nothing to scan
   */
  SitePage(Sink sink, Optional<ScanReport> report) {
    super(sink);
    this.report = report;
  }

  @Override
  public String getTitle() {
    return "perflint";
  }

  @Override
  protected void renderBody() {
    startSection("Performance findings");
    if (report.isEmpty()) {
      paragraph("There are no Java sources to scan.");
    } else {
      counts(report.get());
    }
    endSection();
    report.ifPresent(this::findings);
    report.map(ScanReport::notices).filter(all -> !all.isEmpty()).ifPresent(this::notices);
  }

  private void counts(ScanReport scanned) {
    Summary summary = Summary.of(scanned);
    ScanReport.Statistics statistics = scanned.statistics();
    paragraph(
        "perflint %s: %s in %s of %s (%s)."
            .formatted(
                scanned.version(),
                Counts.findings(summary.findings()),
                Counts.of(summary.filesWithFindings()),
                Counts.files(statistics.files()),
                Counts.lines(statistics.lines())));
    if (summary.findings() > 0) {
      startTable();
      tableHeader(new String[] {"Area", "P1", "P2", "P3"});
      for (Area area : summary.byArea().keySet()) {
        tableRow(
            new String[] {
              area.id(),
              Counts.of(summary.count(area, Priority.P1)),
              Counts.of(summary.count(area, Priority.P2)),
              Counts.of(summary.count(area, Priority.P3))
            });
      }
      endTable();
    }
  }

  private void findings(ScanReport scanned) {
    Map<RuleId, RuleDoc> docs = new HashMap<>();
    scanned.rules().forEach(doc -> docs.put(doc.id(), doc));
    for (Priority priority : Priority.values()) {
      List<Finding> urgent =
          scanned.findings().stream().filter(f -> f.priority() == priority).toList();
      if (!urgent.isEmpty()) {
        startSection(priority + " (" + Counts.of(urgent.size()) + ")");
        startTable();
        tableHeader(new String[] {"Place", "Rule", "What", "Why", "Instead"});
        for (Finding finding : urgent) {
          row(finding, Optional.ofNullable(docs.get(finding.rule())));
        }
        endTable();
        endSection();
      }
    }
  }

  private void row(Finding finding, Optional<RuleDoc> doc) {
    sink.tableRow();
    place(finding.location().path() + ":" + finding.location().region().startLine());
    sink.tableCell();
    link(Links.ruleDocs(finding.rule()), finding.rule().value());
    sink.tableCell_();
    cell(finding.message());
    cell(String.join("; ", finding.reason().lines()));
    cell(doc.map(RuleDoc::instead).orElse(""));
    sink.tableRow_();
  }

  /** A long path may be broken behind its folders. */
  private void place(String path) {
    sink.tableCell();
    for (String part : Printable.of(path).split("(?<=/)")) {
      sink.text(part);
      sink.lineBreakOpportunity();
    }
    sink.tableCell_();
  }

  /** Code of others: what looks like a link in it must not become one. */
  private void cell(String text) {
    sink.tableCell();
    boolean code = false;
    for (String part : Printable.of(text).split("`", -1)) {
      if (code) {
        sink.inline(SinkEventAttributeSet.Semantics.CODE);
        sink.text(part);
        sink.inline_();
      } else {
        sink.text(part);
      }
      code = !code;
    }
    sink.tableCell_();
  }

  private void notices(List<Notice> notices) {
    startSection("Notices");
    sink.list();
    for (Notice notice : notices) {
      sink.listItem();
      text(Console.line(notice));
      sink.listItem_();
    }
    sink.list_();
    endSection();
  }
}
