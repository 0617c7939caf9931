package dev.perflint.project;

import static dev.perflint.match.Patterns.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Priority;
import dev.perflint.model.Risk;
import dev.perflint.rank.Readings;
import dev.perflint.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankTraceTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      entry-points:
        - {kind: request, annotation: shop.api.Get, label: "GET {value}"}
        - {kind: scheduled, annotation: shop.api.Timer}
        - {kind: start-up, annotation: shop.api.Boot}
      annotations:
        - {role: needs-profile, names: [shop.api.Profile]}
      """;

  private static final Rule COSTS =
      SampleRule.flagging(call("shop.Slow#run()")).effect("10 ns").build();
  private static final Rule OUTAGE =
      SampleRule.flagging(call("shop.Slow#run()")).effect("10 ns").risk(Risk.OUTAGE).build();

  /** Of the one call of Slow.run, which stands on line 4. */
  private static RankTrace trace(Rule rule, String around, String others) {
    String text =
        "package shop; import shop.api.*; import java.util.List;\nclass Service {\n"
            + around.replace("RUN", "\nSlow.run();\n")
            + others
            + "\n}";
    Sources sources =
        Sources.of(text, "package shop; public class Slow { public static void run() {} }")
            .knowing(KNOWLEDGE)
            .with(rule);
    List<RankTrace> traces = sources.project().rankTraces(List.of(rule), "shop/Service.java", 4);
    assertThat(traces).hasSize(1);
    assertThat(traces.get(0).finding()).isEqualTo(sources.findings().get(0));
    return traces.get(0);
  }

  @Test
  void theWayNamesEachCallAndWhatItAdds() {
    RankTrace trace =
        trace(
            COSTS,
            "void slow() { RUN }",
            """
            @Get("/a") void all(List<String> names) {
              for (String name : names) { one(); }
            }
            void one() { try { go(); } catch (RuntimeException e) { slow(); } }
            void go() {}
            """);
    assertThat(trace.way())
        .extracting(
            step ->
                step.method()
                    + ":"
                    + step.link().orElseThrow().at().region().startLine()
                    + " "
                    + step.link().orElseThrow().around().loops().size()
                    + " "
                    + step.link().orElseThrow().around().inCatch())
        .containsExactly("Service.all:6 1 false", "Service.one:8 0 true", "Service.slow:4 0 false");
  }

  @Test
  void ofSeveralCallsTheWayTakesTheOneThatCounts() {
    RankTrace trace =
        trace(
            COSTS,
            "void slow() { RUN }",
            """
            @Get("/a") void all(List<String> names) {
              slow();
              for (String name : names) { slow(); }
            }
            """);
    assertThat(trace.way().get(0).link().orElseThrow().at().region().startLine()).isEqualTo(7);
  }

  @Test
  void otherEntryPointsComeWithTheirProducts() {
    RankTrace trace =
        trace(
            COSTS,
            "void slow() { RUN }",
            """
            @Get("/a") void a() { slow(); }
            @Get("/b") void b(List<String> names) { for (String name : names) { slow(); } }
            @Timer void t() { a(); }
            @Boot void s() { slow(); }
            """);
    assertThat(trace.heat().label()).isEqualTo("GET /b");
    assertThat(trace.others())
        .extracting(heat -> heat.label() + " " + heat.log10())
        .containsExactly("GET /a 2.0", "@Timer -1.0", "@Boot -4.0");
    assertThat(trace.more()).isZero();
  }

  @Test
  void whatOnlyTestsHaveIsNoWayIn() {
    assertThat(kindIn("@Profile(\"test\")")).isEqualTo(EntryKind.UNKNOWN);
    assertThat(kindIn("@Profile(Profiles.TEST)")).isEqualTo(EntryKind.UNKNOWN);
    assertThat(kindIn("@Profile(\"!test\")")).isEqualTo(EntryKind.REQUEST);
    assertThat(kindIn("@Profile({\"test\", \"demo\"})")).isEqualTo(EntryKind.REQUEST);
    assertThat(kindIn("@Profile(\"demo\")")).isEqualTo(EntryKind.REQUEST);
  }

  private static EntryKind kindIn(String profile) {
    String resource =
        "} "
            + profile
            + " class Resource { Service service;\n@Get(\"/a\") void f() { service.go(); }";
    return trace(COSTS, "void go() { RUN }", resource).heat().kind();
  }

  @Test
  void onlyFiveOtherEntryPointsAreNamed() {
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      entries.append("@Get(\"/" + i + "\") void f" + i + "() { slow(); }\n");
    }
    RankTrace trace = trace(COSTS, "void slow() { RUN }", entries.toString());
    assertThat(trace.others()).hasSize(5);
    assertThat(trace.more()).isEqualTo(2);
  }

  @Test
  void theHigherReadingDecides() {
    String loops = "@Get(\"/a\") void f() { RUN }";
    Readings risky = trace(OUTAGE, loops, "").readings();
    assertThat(risky).isEqualTo(new Readings(Priority.P3, Risk.OUTAGE, Priority.P1, List.of()));
    assertThat(risky.decided()).isEqualTo(Readings.Decided.RISK);
    Readings cheap = trace(COSTS, loops, "").readings();
    assertThat(cheap.decided()).isEqualTo(Readings.Decided.BOTH);
    Rule slow = SampleRule.flagging(call("shop.Slow#run()")).effect("100 µs").build();
    Readings wasteful = trace(slow, loops, "").readings();
    assertThat(wasteful.byWaste()).isEqualTo(Priority.P1);
    assertThat(wasteful.decided()).isEqualTo(Readings.Decided.WASTE);
  }

  @Test
  void aCapSaysWhereItComesFrom() {
    RankTrace trace =
        trace(
            OUTAGE,
            "@Get(\"/a\") void f() { try { g(); } catch (RuntimeException e) { RUN } }",
            "void g() {}");
    assertThat(trace.finding().priority()).isEqualTo(Priority.P2);
    assertThat(trace.readings().caps()).containsExactly("on an exception path");
  }

  @Test
  void aLineWithoutAFindingHasNoTrace() {
    Sources sources = Sources.of("package shop; class Service {}").with(COSTS);
    assertThat(sources.project().rankTraces(List.of(COSTS), "shop/Service.java", 1)).isEmpty();
  }
}
