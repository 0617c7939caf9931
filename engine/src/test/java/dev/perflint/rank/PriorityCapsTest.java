package dev.perflint.rank;

import static dev.perflint.match.Patterns.call;
import static dev.perflint.rank.Slowness.COSTS;
import static dev.perflint.rank.Slowness.KNOWLEDGE;
import static dev.perflint.rank.Slowness.OUTAGE;
import static dev.perflint.rank.Slowness.SLOW;
import static dev.perflint.rank.Slowness.find;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.model.Finding;
import dev.perflint.model.Priority;
import dev.perflint.model.Theme;
import dev.perflint.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps a finding from being P1: changes, trifles, what is rare; and which way is told. */
class PriorityCapsTest {
  @Test
  void aRequestThatAsksForSomethingCountsAsAWritingOneWhereItEndsInAChange() {
    String loop = "@Get(\"/a\") void f() { for (String x : xs) store.CALL(x); } ";
    String store = "List<String> xs; Store store; interface Store { void CALL(String x); }";
    for (String call : List.of("save", "deleteById", "insert", "executeUpdate")) {
      Finding found = find(storing(call), (loop + store).replace("CALL", call));
      assertThat(found.priority()).as(call).isEqualTo(Priority.P2);
      assertThat(found.reason().terms().get(1).text()).startsWith("per request that writes");
    }
    for (String call : List.of("find", "saved", "updatesOf")) {
      assertThat(find(storing(call), (loop + store).replace("CALL", call)).priority())
          .as(call)
          .isEqualTo(Priority.P1);
    }
  }

  private static Rule storing(String call) {
    return SampleRule.flagging(call("shop.Service.Store#" + call + "(*)"))
        .theme(Theme.DATA_ACCESS)
        .effect("1 ms")
        .build();
  }

  @Test
  void whatIsNothingNextToARoundTripOfTheWayIsP2AtMost() {
    String knowledge =
        KNOWLEDGE + "  - {role: query, kind: sample, calls: \"java.lang.System#gc()\"}\n";
    String members =
        "List<String> xs; @Get(\"/a\") void f() { ASK for (String x : xs) Slow.run(); }";
    Rule cheap = SampleRule.flagging(call("shop.Slow#run()")).effect("9 µs").build();
    Rule dear = SampleRule.flagging(call("shop.Slow#run()")).effect("11 µs").build();
    String asking = members.replace("ASK", "System.gc();");
    assertThat(findBesideQuery(cheap, asking, knowledge).priority()).isEqualTo(Priority.P2);
    assertThat(findBesideQuery(dear, asking, knowledge).priority()).isEqualTo(Priority.P1);
    String silent = members.replace("ASK", "");
    assertThat(findBesideQuery(cheap, silent, knowledge).priority()).isEqualTo(Priority.P1);
    String seldom = members.replace("ASK", "if (xs == null) System.gc();");
    assertThat(findBesideQuery(cheap, seldom, knowledge).priority()).isEqualTo(Priority.P1);
  }

  private static Finding findBesideQuery(Rule rule, String members, String knowledge) {
    List<Finding> found =
        Sources.of(
                "package shop; import shop.api.*; import java.util.List; class Service {"
                    + members
                    + "}",
                SLOW)
            .knowing(knowledge)
            .with(rule)
            .findings();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void whatHardlyEverHappensTakesNoServiceDown() {
    String rare = "Log log; @Get(\"/a\") void f() { if (log.isDebugEnabled()) { Slow.run(); } }";
    assertThat(find(OUTAGE, rare).priority()).isEqualTo(Priority.P2);
    String sometimes = "boolean on; @Get(\"/a\") void f() { if (on) { Slow.run(); } }";
    assertThat(find(OUTAGE, sometimes).priority()).isEqualTo(Priority.P1);
    String feature = "Dash dash; @Get(\"/a\") void f() { if (dash.isEnabled()) { Slow.run(); } }";
    assertThat(find(OUTAGE, feature).priority()).isEqualTo(Priority.P1);
  }

  @Test
  void ofEquallyHotWaysTheOneThatIsDailyWorkIsTold() {
    Finding found =
        find(
            COSTS,
            """
            @Put("/a/import") void a() { h(); }
            @Put("/b") void b() { h(); }
            void h() { Slow.run(); }
            """);
    assertThat(found.reason().lines().get(0)).startsWith("per request: PUT /b");
  }
}
