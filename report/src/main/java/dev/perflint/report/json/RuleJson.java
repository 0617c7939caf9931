package dev.perflint.report.json;

import dev.perflint.model.Cost;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.JdkRange;
import dev.perflint.rule.RuleDoc;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A rule in the {@code json} report: its documentation, member for member. */
record RuleJson(
    String id,
    String since,
    String theme,
    String group,
    String risk,
    @Nullable Double costNanos,
    String effect,
    String heat,
    Jdk jdk,
    String technique,
    String effort,
    String userImpact,
    String summary,
    String why,
    String instead,
    String caveat,
    EvidenceJson evidence,
    @Nullable String fix) {

  static RuleJson of(RuleDoc doc) {
    return new RuleJson(
        doc.id().value(),
        doc.since(),
        doc.theme().id(),
        doc.group().id(),
        doc.risk().id(),
        doc.cost().map(Cost::nanos).orElse(null),
        doc.effect(),
        doc.heat().id(),
        Jdk.of(doc.jdk()),
        doc.technique().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        doc.effort().label(),
        doc.userImpact(),
        doc.summary(),
        doc.why(),
        doc.instead(),
        doc.caveat(),
        EvidenceJson.of(doc.evidence()),
        doc.fixLabel().orElse(null));
  }

  /** Feature releases, both included; until is null for no end. */
  record Jdk(int from, @Nullable Integer until) {
    static Jdk of(JdkRange range) {
      return new Jdk(range.from(), range.until() == Integer.MAX_VALUE ? null : range.until());
    }
  }

  /** What proves the rule: a reference has a url, a benchmark a name. */
  record EvidenceJson(String kind, String text, @Nullable String url, @Nullable String name) {
    static EvidenceJson of(Evidence evidence) {
      if (evidence instanceof Evidence.Reference reference) {
        return new EvidenceJson("reference", reference.text(), reference.url(), null);
      }
      if (evidence instanceof Evidence.Benchmark benchmark) {
        return new EvidenceJson("benchmark", benchmark.text(), null, benchmark.name());
      }
      return new EvidenceJson("count", evidence.text(), null, null);
    }
  }
}
