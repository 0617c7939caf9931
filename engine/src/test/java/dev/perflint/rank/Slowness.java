package dev.perflint.rank;

import static dev.perflint.match.Patterns.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.model.Finding;
import dev.perflint.model.Risk;
import dev.perflint.rule.Rule;
import java.util.List;

/** What rules say of the calls of {@code Slow.run} in a class with some entry points. */
final class Slowness {
  static final String KNOWLEDGE =
      """
      library: Shop
      entry-points:
        - {kind: request, annotation: shop.api.Get, label: "GET {value}"}
        - {kind: request, annotation: shop.api.Put, label: "PUT {value}"}
        - {kind: message, annotation: shop.api.Listen}
        - {kind: event-loop, annotation: shop.api.Loop}
        - {kind: reactive, annotation: shop.api.React}
        - {kind: scheduled, annotation: shop.api.Timer}
        - {kind: batch, annotation: shop.api.Step}
        - {kind: start-up, annotation: shop.api.Boot}
        - {kind: test, annotation: shop.api.Test}
      members:
        - {role: memoizes, calls: "java.util.Map#computeIfAbsent(*)"}
        - {role: iterates, calls: "java.lang.Iterable#forEach(*)"}
        - {role: runs-later, kind: executor, calls: "java.util.concurrent.Executor#execute(*)"}
      """;

  static final String SLOW = "package shop; public class Slow { public static void run() {} }";
  static final Rule COSTS = SampleRule.flagging(call("shop.Slow#run()")).build();
  static final Rule OUTAGE =
      SampleRule.flagging(call("shop.Slow#run()")).effect("10 ns").risk(Risk.OUTAGE).build();
  static final Rule UNPRICED = SampleRule.withoutCost(call("shop.Slow#run()")).build();

  /** What the rule says of the one call of Slow.run in a class with these members. */
  static Finding find(Rule rule, String members) {
    List<Finding> findings = findAll(rule, members);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  static List<Finding> findAll(Rule rule, String members) {
    return Sources.of(
            "package shop; import shop.api.*; import java.util.List; import java.util.Map;\n"
                + "class Service {\n"
                + members
                + "\n}",
            SLOW)
        .knowing(KNOWLEDGE)
        .with(rule)
        .findings();
  }

  static List<String> terms(Finding finding) {
    return finding.reason().terms().stream()
        .map(
            term ->
                term.name()
                    + " "
                    + (term.log10() == Math.rint(term.log10()) ? "" : "~")
                    + Math.round(term.log10()))
        .toList();
  }

  private Slowness() {}
}
