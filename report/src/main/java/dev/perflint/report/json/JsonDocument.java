package dev.perflint.report.json;

import dev.perflint.ScanReport;
import dev.perflint.model.Area;
import dev.perflint.model.Excerpt;
import dev.perflint.model.Finding;
import dev.perflint.model.Fix;
import dev.perflint.model.Location;
import dev.perflint.model.Notice;
import dev.perflint.model.Priority;
import dev.perflint.model.Reason;
import dev.perflint.model.Region;
import dev.perflint.model.RuleId;
import dev.perflint.model.Step;
import dev.perflint.model.TextEdit;
import dev.perflint.report.content.Rounded;
import dev.perflint.report.content.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The schema of the {@code json} report, apart from {@code model} so that a renamed record does not
 * break its readers. A change that could is a new {@link #SCHEMA_VERSION}; new members are not.
 *
 * <p>Lines and columns count from 1, columns in UTF-16 units, end columns are exclusive; offsets of
 * edits count UTF-16 units from 0.
 */
record JsonDocument(
    int schemaVersion,
    Tool tool,
    Statistics statistics,
    List<FindingJson> findings,
    List<NoticeJson> notices,
    List<RuleJson> rules) {
  private static final int SCHEMA_VERSION = 1;

  static JsonDocument of(ScanReport report) {
    return new JsonDocument(
        SCHEMA_VERSION,
        new Tool("perflint", report.version()),
        Statistics.of(report),
        report.findings().stream().map(FindingJson::of).toList(),
        report.notices().stream().map(NoticeJson::of).toList(),
        report.rules().stream().map(RuleJson::of).toList());
  }

  record Tool(String name, String version) {}

  record Statistics(
      int files,
      long lines,
      int filesWithFindings,
      int findings,
      int fixable,
      Map<String, Integer> byPriority,
      Map<String, Map<String, Integer>> byArea,
      Map<String, Integer> otherLanguages) {

    static Statistics of(ScanReport report) {
      Summary summary = Summary.of(report);
      Map<String, Integer> byPriority = new LinkedHashMap<>();
      for (Priority priority : Priority.values()) {
        byPriority.put(priority.name(), summary.count(priority));
      }
      Map<String, Map<String, Integer>> byArea = new LinkedHashMap<>();
      for (Area area : summary.byArea().keySet()) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Priority priority : Priority.values()) {
          counts.put(priority.name(), summary.count(area, priority));
        }
        byArea.put(area.id(), counts);
      }
      return new Statistics(
          report.statistics().files(),
          report.statistics().lines(),
          summary.filesWithFindings(),
          summary.findings(),
          summary.fixable(),
          byPriority,
          byArea,
          report.statistics().otherLanguages());
    }
  }

  record FindingJson(
      String rule,
      String priority,
      int rank,
      String area,
      String theme,
      String confidence,
      Place location,
      String message,
      String member,
      ReasonJson reason,
      List<StepJson> approach,
      List<StepJson> related,
      @Nullable FixJson fix,
      ExcerptJson excerpt,
      String lineHash,
      String contentKey) {

    static FindingJson of(Finding finding) {
      return new FindingJson(
          finding.rule().value(),
          finding.priority().name(),
          finding.rank(),
          finding.area().id(),
          finding.theme().id(),
          finding.confidence().name().toLowerCase(Locale.ROOT),
          Place.of(finding.location()),
          finding.message(),
          finding.member(),
          ReasonJson.of(finding.reason()),
          finding.trail().approach().stream().map(StepJson::of).toList(),
          finding.trail().near().stream().map(StepJson::of).toList(),
          finding.fix().map(FixJson::of).orElse(null),
          ExcerptJson.of(finding.excerpt()),
          finding.lineHash(),
          finding.contentKey());
    }
  }

  record Place(String path, int startLine, int startColumn, int endLine, int endColumn) {
    static Place of(Location location) {
      Region region = location.region();
      return new Place(
          location.path(),
          region.startLine(),
          region.startColumn(),
          region.endLine(),
          region.endColumn());
    }
  }

  /** The waste is null when the rule has no number for its cost. */
  record ReasonJson(List<String> lines, @Nullable Double waste, List<TermJson> terms) {
    static ReasonJson of(Reason reason) {
      boolean known = !Double.isNaN(reason.waste());
      return new ReasonJson(
          reason.lines(),
          known ? Rounded.hundredths(reason.waste()) : null,
          reason.terms().stream().map(TermJson::of).toList());
    }
  }

  record TermJson(String name, double log10, String text) {
    static TermJson of(Reason.Term term) {
      return new TermJson(term.name(), Rounded.hundredths(term.log10()), term.text());
    }
  }

  /** Source lines, the first of which has this number. */
  record ExcerptJson(int firstLine, List<String> lines) {
    static ExcerptJson of(Excerpt excerpt) {
      return new ExcerptJson(excerpt.firstLine(), excerpt.lines());
    }
  }

  record StepJson(Place location, String message) {
    static StepJson of(Step step) {
      return new StepJson(Place.of(step.location()), step.message());
    }
  }

  record FixJson(String description, List<EditJson> edits) {
    static FixJson of(Fix fix) {
      return new FixJson(fix.description(), fix.edits().stream().map(EditJson::of).toList());
    }
  }

  record EditJson(
      int start,
      int end,
      int startLine,
      int startColumn,
      int endLine,
      int endColumn,
      String replacement) {
    static EditJson of(TextEdit edit) {
      Region region = edit.region();
      return new EditJson(
          edit.start(),
          edit.end(),
          region.startLine(),
          region.startColumn(),
          region.endLine(),
          region.endColumn(),
          edit.replacement());
    }
  }

  /** The path is null for the run as a whole, the line 0 when unknown. */
  record NoticeJson(
      String kind,
      boolean losesCode,
      @Nullable String path,
      int line,
      @Nullable String rule,
      String message) {

    static NoticeJson of(Notice notice) {
      return new NoticeJson(
          notice.kind().id(),
          notice.kind().losesCode(),
          notice.path().orElse(null),
          notice.line(),
          notice.rule().map(RuleId::value).orElse(null),
          notice.message());
    }
  }
}
