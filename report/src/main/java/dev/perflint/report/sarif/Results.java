package dev.perflint.report.sarif;

import dev.perflint.model.Finding;
import dev.perflint.model.Fix;
import dev.perflint.model.Priority;
import dev.perflint.model.Reason;
import dev.perflint.model.RuleId;
import dev.perflint.model.Step;
import dev.perflint.model.TextEdit;
import dev.perflint.report.content.Rounded;
import dev.perflint.report.sarif.Sarif.ArtifactChange;
import dev.perflint.report.sarif.Sarif.CodeFlow;
import dev.perflint.report.sarif.Sarif.Fingerprints;
import dev.perflint.report.sarif.Sarif.Location;
import dev.perflint.report.sarif.Sarif.LogicalLocation;
import dev.perflint.report.sarif.Sarif.Message;
import dev.perflint.report.sarif.Sarif.Replacement;
import dev.perflint.report.sarif.Sarif.Result;
import dev.perflint.report.sarif.Sarif.ResultProperties;
import dev.perflint.report.sarif.Sarif.Term;
import dev.perflint.report.sarif.Sarif.ThreadFlow;
import dev.perflint.report.sarif.Sarif.ThreadFlowLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A finding as a SARIF result. */
final class Results {
  private final Map<RuleId, Integer> ruleIndexes;

  /**
   * @param ruleIndexes where each rule stands in the driver's list
   */
  Results(Map<RuleId, Integer> ruleIndexes) {
    this.ruleIndexes = ruleIndexes;
  }

  Result result(Finding finding) {
    Location place = place(finding);
    return new Result(
        finding.rule().value(),
        ruleIndexes.get(finding.rule()),
        level(finding.priority()),
        new Message(MessageText.of(finding)),
        List.of(place),
        orNull(related(finding.trail().all())),
        codeFlows(finding),
        new Fingerprints(finding.lineHash(), finding.contentKey()),
        finding.rank(),
        fixes(finding),
        properties(finding));
  }

  private static String level(Priority priority) {
    return switch (priority) {
      case P1 -> "error";
      case P2 -> "warning";
      case P3 -> "note";
    };
  }

  private static Location place(Finding finding) {
    dev.perflint.model.Location at = finding.location();
    String member = finding.member();
    return new Location(
        null,
        Places.place(at.path(), at.region(), finding.excerpt()),
        member.isBlank() ? null : List.of(new LogicalLocation(member)),
        null);
  }

  /** Ids count from 1, as the links in the message do. */
  private static List<Location> related(List<Step> steps) {
    List<Location> related = new ArrayList<>();
    for (Step step : steps) {
      related.add(stepLocation(related.size() + 1, step));
    }
    return related;
  }

  private static Location stepLocation(@Nullable Integer id, Step step) {
    dev.perflint.model.Location at = step.location();
    return new Location(
        id, Places.place(at.path(), at.region()), null, new Message(step.message()));
  }

  /** From the entry point to what the place leads to; a single place needs no path. */
  private static @Nullable List<CodeFlow> codeFlows(Finding finding) {
    List<ThreadFlowLocation> flow =
        finding.trail().flow(new Step(finding.location(), finding.message())).stream()
            .map(step -> new ThreadFlowLocation(stepLocation(null, step)))
            .toList();
    return flow.isEmpty() ? null : List.of(new CodeFlow(List.of(new ThreadFlow(flow))));
  }

  private static @Nullable List<Sarif.Fix> fixes(Finding finding) {
    if (finding.fix().isEmpty()) {
      return null;
    }
    Fix fix = finding.fix().get();
    List<Replacement> replacements = fix.edits().stream().map(Results::replacement).toList();
    return List.of(
        new Sarif.Fix(
            new Message(fix.description()),
            List.of(new ArtifactChange(Places.file(finding.location().path()), replacements))));
  }

  private static Replacement replacement(TextEdit edit) {
    return new Replacement(
        Places.region(edit.region()),
        edit.replacement().isEmpty() ? null : new Message(edit.replacement()));
  }

  private static ResultProperties properties(Finding finding) {
    Reason reason = finding.reason();
    return new ResultProperties(
        finding.priority().name(),
        finding.area().id(),
        finding.theme().id(),
        finding.confidence().name().toLowerCase(Locale.ROOT),
        reason.lines(),
        Double.isNaN(reason.waste()) ? null : Rounded.hundredths(reason.waste()),
        reason.terms().stream().map(Results::term).toList());
  }

  private static Term term(Reason.Term term) {
    return new Term(term.name(), Rounded.hundredths(term.log10()), term.text());
  }

  private static <T> @Nullable List<T> orNull(List<T> list) {
    return list.isEmpty() ? null : list;
  }
}
