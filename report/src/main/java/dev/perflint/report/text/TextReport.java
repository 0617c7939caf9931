package dev.perflint.report.text;

import dev.perflint.ScanReport;
import dev.perflint.model.Finding;
import dev.perflint.model.RuleId;
import dev.perflint.report.content.Summary;
import dev.perflint.rule.RuleDoc;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The report that a person reads: findings, notices, counts. */
public final class TextReport {
  private final TextOptions options;

  public TextReport(TextOptions options) {
    this.options = options;
  }

  /** Writes the whole report; neither flushes nor closes. */
  public void write(ScanReport report, Writer out) throws IOException {
    Sheet sheet = new Sheet(out, new Palette(options.colour()), options.width());
    int areaWidth = SummaryBlock.widestArea(Summary.of(report));
    FindingBlock block = new FindingBlock(sheet, areaWidth, options.explainRank());
    Map<RuleId, RuleDoc> docs = new HashMap<>();
    report.rules().forEach(doc -> docs.put(doc.id(), doc));
    for (Finding finding : report.findings()) {
      block.write(finding, Optional.ofNullable(docs.get(finding.rule())));
      sheet.line("");
    }
    if (!report.notices().isEmpty()) {
      new NoticeBlock(sheet).write(report.notices());
      sheet.line("");
    }
    new SummaryBlock(sheet).write(report);
  }
}
