package dev.perflint.rank;

import static dev.perflint.match.Patterns.call;
import static dev.perflint.rank.Slowness.COSTS;
import static dev.perflint.rank.Slowness.KNOWLEDGE;
import static dev.perflint.rank.Slowness.OUTAGE;
import static dev.perflint.rank.Slowness.SLOW;
import static dev.perflint.rank.Slowness.UNPRICED;
import static dev.perflint.rank.Slowness.find;
import static dev.perflint.rank.Slowness.findAll;
import static dev.perflint.rank.Slowness.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.match.Conditions;
import dev.perflint.model.Certainty;
import dev.perflint.model.Finding;
import dev.perflint.model.Group;
import dev.perflint.model.Priority;
import dev.perflint.model.Reason.Term;
import dev.perflint.model.Risk;
import dev.perflint.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the design says of ranking, sentence by sentence, from source text to finding. */
class RankingTest {
  @ParameterizedTest
  @CsvSource({
    "Get, 2, P1",
    "Listen, 2, P1",
    "Loop, 2, P1",
    "React, 2, P1",
    "Timer, -1, P2",
    "Step, -1, P1",
    "Boot, -4, P3",
    "Other, 0, P2",
  })
  void theEntryPointDecidesExecutionsAndThePriorityOfAnOutage(
      String annotation, int executions, Priority priority) {
    String method = "@" + annotation + " public void f() { Slow.run(); }";
    Finding outage = find(OUTAGE, method);
    assertThat(outage.priority()).isEqualTo(priority);
    assertThat(terms(outage)).containsExactly("cost 1", "entry point " + executions);
    assertThat(outage.reason().waste()).isCloseTo(1 + executions, within(1e-9));
  }

  @Test
  void aRuleSaysWhatHappensUnderLoad() {
    Rule rule = SampleRule.flagging(call("shop.Slow#run()")).outage("threads run out").build();
    String request = "@Get(\"/a\") void f() { Slow.run(); }";
    assertThat(find(rule, request).reason().lines()).contains("risk: threads run out");
    assertThat(find(OUTAGE, request).reason().lines())
        .contains("risk: it takes the service down under load");
  }

  @Test
  void theCommandLineIsP3ByRisk() {
    Finding found =
        find(
            OUTAGE,
            "public static void main(String[] args) { f(); } static void f() { Slow.run(); }");
    assertThat(found.priority()).isEqualTo(Priority.P3);
    assertThat(terms(found)).containsExactly("cost 1", "entry point -1");
    assertThat(found.reason().lines().get(0))
        .isEqualTo("per run of the command: main → Service.main → Service.f");
  }

  @ParameterizedTest
  @CsvSource({"10 ms, P1", "9 ms, P2", "1 µs, P2", "0.99 µs, P3"})
  void wasteIsP1WhereARequestFeelsItAndP2FromFive(String cost, Priority priority) {
    Rule rule = SampleRule.flagging(call("shop.Slow#run()")).effect(cost).build();
    assertThat(find(rule, "@Get(\"/a\") void f() { Slow.run(); }").priority()).isEqualTo(priority);
  }

  @Test
  void theWasteOfARequestThatWritesIsP2AtMostAndItsRiskCountsInFullWhereItIsDailyWork() {
    String ofAll = "void f(List<String> xs) { for (String x : all()) Slow.run(); }";
    String all = " List<String> all() { return xs; } List<String> xs;";
    Rule millisecond = SampleRule.flagging(call("shop.Slow#run()")).effect("1 ms").build();

    assertThat(find(millisecond, "@Get(\"/a\") " + ofAll + all).priority()).isEqualTo(Priority.P1);
    Finding written = find(millisecond, "@Put(\"/a\") " + ofAll + all);
    assertThat(written.priority()).isEqualTo(Priority.P2);
    assertThat(written.reason().waste()).isCloseTo(8, within(1e-9));
    assertThat(find(OUTAGE, "@Put(\"/a\") " + ofAll + all).priority()).isEqualTo(Priority.P2);
    assertThat(find(OUTAGE, "@Put(\"/orders\") " + ofAll + all).priority()).isEqualTo(Priority.P1);
  }

  @Test
  void aRuleWithoutCostIsP2OnAHotEntryPointAndP3Elsewhere() {
    for (String hot : List.of("Get", "Listen", "Loop", "React", "Timer", "Step")) {
      Finding found = find(UNPRICED, "@" + hot + " void f() { Slow.run(); }");
      assertThat(found.priority()).as(hot).isEqualTo(Priority.P2);
      assertThat(found.reason().waste()).isNaN();
      boolean allDay = !List.of("Timer", "Step").contains(hot);
      assertThat(found.rank()).as(hot).isEqualTo(allDay ? 57 : 55);
    }
    assertThat(find(UNPRICED, "@Get(\"/a\") void f() { if (a) if (b) Slow.run(); }").rank())
        .isEqualTo(57);
    for (String cold : List.of("Boot", "Other")) {
      assertThat(find(UNPRICED, "@" + cold + " void f() { Slow.run(); }").priority())
          .isEqualTo(Priority.P3);
    }
  }

  @Test
  void theNearestLoopCountsAndTheLargestOfTheOthersAndTheSecondAsTenAtMost() {
    Finding found =
        find(
            COSTS,
            """
            List<String> xs;
            @Get("/a") void f() {
              for (String x : List.of("a", "b", "c")) {
                for (String y : xs) g(xs);
              }
            }
            void g(List<String> ys) {
              for (String z : ys) for (int i = 0; i < 20; i++) Slow.run();
            }
            """);
    assertThat(terms(found)).containsExactly("cost 4", "entry point 2", "loop 2", "loop 1");
    assertThat(found.reason().terms().get(2).text()).startsWith("loop over ys");
    assertThat(found.reason().terms().get(3).text()).startsWith("loop while i < 20");
  }

  @Test
  void aLoopOverConstantDataCountsItsSize() {
    Finding found =
        find(COSTS, "@Get(\"/a\") void f() { for (var x : List.of(\"a\", \"b\")) Slow.run(); }");
    assertThat(found.reason().terms().get(2).log10()).isCloseTo(Math.log10(2), within(1e-9));
  }

  @Test
  void aLambdaThatRunsForEachElementIsALoop() {
    Finding found =
        find(COSTS, "List<String> xs; @Get(\"/a\") void f() { xs.forEach(x -> Slow.run()); }");
    assertThat(terms(found)).containsExactly("cost 4", "entry point 2", "loop 2");
  }

  @Test
  void recursionCountsOnce() {
    Finding direct = find(COSTS, "@Get(\"/a\") void f() { Slow.run(); f(); }");
    assertThat(terms(direct)).containsExactly("cost 4", "entry point 2", "recursion 1");
    Finding ring =
        find(
            COSTS,
            """
            @Get("/a") void f() { g(); }
            void g() { h(); } void h() { g(); k(); }
            void k() { l(); k(); } void l() { Slow.run(); }
            """);
    assertThat(terms(ring)).containsExactly("cost 4", "entry point 2", "recursion 1");
    assertThat(terms(find(COSTS, "@Get(\"/a\") void f() { g(); Slow.run(); } void g() { g(); }")))
        .as("what calls a recursive method is not recursive")
        .containsExactly("cost 4", "entry point 2");
  }

  @Test
  void aTaskThatSchedulesTheNextOneIsNoRecursion() {
    Finding found =
        find(
            COSTS,
            """
            java.util.concurrent.Executor pool;
            @Get("/a") void f() { pool.execute(() -> next()); }
            void next() { Slow.run(); f(); }
            """);
    assertThat(terms(found)).doesNotContain("recursion 1");
  }

  @Test
  void eachReasonForBeingRareCountsOnce() {
    Finding caught =
        find(
            COSTS,
            """
            @Get("/a") void f() { try { g(); } catch (RuntimeException e) { h(); } }
            void g() {}
            void h() { try { g(); } catch (RuntimeException e) { Slow.run(); } }
            """);
    assertThat(terms(caught)).containsExactly("cost 4", "entry point 2", "rare -2");
    Finding guarded =
        find(COSTS, "Log log; @Get(\"/a\") void f() { if (log.isDebugEnabled()) { Slow.run(); } }");
    assertThat(terms(guarded)).containsExactly("cost 4", "entry point 2", "rare -2");
    Finding missed =
        find(
            COSTS,
            "Map<String, String> m; @Get(\"/a\") void f() {"
                + " m.computeIfAbsent(\"a\", k -> { Slow.run(); return k; }); }");
    assertThat(terms(missed)).containsExactly("cost 4", "entry point 2", "rare -2");
    Finding all =
        find(
            COSTS,
            """
            Log log; Map<String, String> m;
            @Get("/a") void f() {
              try { g(); } catch (RuntimeException e) {
                if (log.isDebugEnabled()) m.computeIfAbsent("a", k -> { Slow.run(); return k; });
              }
            }
            void g() {}
            """);
    assertThat(terms(all))
        .containsExactly("cost 4", "entry point 2", "rare -2", "rare -2", "rare -2");
  }

  @Test
  void exceptionPathsStartUpAndCommandLineAreAtMostP2() {
    Rule huge =
        SampleRule.flagging(call("shop.Slow#run()")).effect("100000 s").risk(Risk.OUTAGE).build();
    String caught =
        "@Get(\"/a\") void f() { try { g(); } catch (Error e) { Slow.run(); } } void g() {}";
    assertThat(find(huge, caught).priority()).isEqualTo(Priority.P2);
    assertThat(
            find(
                    huge,
                    "@Get(\"/a\") Error f() { throw new Error(\"\" + h()); }"
                        + " @Boot void b() { Slow.run(); } int h() { return 1; }")
                .priority())
        .isEqualTo(Priority.P2);
    assertThat(find(huge, "public static void main(String[] a) { Slow.run(); }").priority())
        .isEqualTo(Priority.P2);
    assertThat(find(huge, "@Get(\"/a\") void f() { Slow.run(); }").priority())
        .isEqualTo(Priority.P1);
  }

  @Test
  void amongSeveralWaysTheOneWithTheGreatestProductCounts() {
    Finding found =
        find(
            COSTS,
            """
            @Get("/plain") void a() { h(); }
            @Get("/loop") void b(List<String> xs) { for (String x : xs) h(); }
            @Get("/rare") void c() { try { a(); } catch (Error e) { h(); } }
            void h() { Slow.run(); }
            """);
    assertThat(found.reason().lines().get(0))
        .isEqualTo("per request: GET /loop → Service.b → Service.h, in a loop over xs, a few");
  }

  private static String chain(int calls) {
    StringBuilder members = new StringBuilder("@Get(\"/a\") void f() { m0(); }\n");
    for (int i = 0; i < calls; i++) {
      members.append("void m" + i + "() { m" + (i + 1) + "(); }\n");
    }
    return members + "void m" + calls + "() { Slow.run(); }";
  }

  @Test
  void layersAreNotColdButALongWayIsSeldomTakenToItsEnd() {
    assertThat(terms(find(COSTS, chain(3)))).containsExactly("cost 4", "entry point 2");
    for (int calls : List.of(4, 60)) {
      Finding deep = find(COSTS, chain(calls));
      assertThat(terms(deep)).containsExactly("cost 4", "entry point 2", "long way ~-1");
      assertThat(deep.reason().waste()).isCloseTo(6 + Math.log10(0.2), within(1e-9));
    }
    assertThat(find(COSTS, chain(60)).reason().lines().get(0))
        .startsWith("per request: GET /a → Service.f → Service.m0 →")
        .contains(" → … → ")
        .endsWith(" → Service.m59 → Service.m60");
  }

  @Test
  void eachMethodWithABranchOnTheWayHalves() {
    Finding found =
        find(
            COSTS,
            """
            @Get("/a") void f(boolean b) { if (b) { g(b); } }
            void g(boolean b) { if (b) { if (!b) { Slow.run(); } } }
            """);
    assertThat(found.reason().terms()).extracting(Term::name).contains("branch");
    assertThat(found.reason().waste()).isCloseTo(6 + 2 * Math.log10(0.5), within(1e-9));
    assertThat(found.reason().lines().get(0)).endsWith("Service.g, behind several branches");
    assertThat(terms(find(COSTS, "@Get(\"/a\") void f() { Slow.run(); if (x()) {} }")))
        .containsExactly("cost 4", "entry point 2");
  }

  @Test
  void theMiddleOfALongWayIsCountedInTheWords() {
    StringBuilder members = new StringBuilder("@Get(\"/a\") void f() { m0(); }\n");
    for (int i = 0; i < 11; i++) {
      members.append("void m" + i + "() { m" + (i + 1) + "(); }\n");
    }
    Finding deep = find(COSTS, members + "void m11() { Slow.run(); }");
    assertThat(deep.reason().lines().get(0))
        .isEqualTo(
            "per request: GET /a → Service.f → Service.m0 → Service.m1 → Service.m2"
                + " → … 6 more … → Service.m9 → Service.m10 → Service.m11");
  }

  @Test
  void anEndlessLoopAndARetryAreNoLoops() {
    Finding endless = find(COSTS, "@Get(\"/a\") void f() { while (true) { Slow.run(); } }");
    assertThat(terms(endless)).containsExactly("cost 4", "entry point 2");
    Finding retry =
        find(
            COSTS,
            "@Get(\"/a\") void f() { for (int i = 0; i < 5; i++) {"
                + " try { Slow.run(); return; } catch (RuntimeException e) { } } }");
    assertThat(terms(retry)).containsExactly("cost 4", "entry point 2");
  }

  @Test
  void aCostThatCoversTheLoopIsNotCountedAgain() {
    Rule whole = SampleRule.flagging(call("shop.Slow#run()")).costCoversLoop().build();
    Finding found =
        find(
            whole,
            """
            @Get("/a") void f(List<String> xs) {
              for (int i = 0; i < 3; i++) for (int j = 0; j < 4; j++) for (String x : xs) Slow.run();
            }
            """);
    assertThat(found.reason().terms())
        .extracting(Term::name)
        .containsExactly("cost", "entry point", "loop", "loop");
    assertThat(found.reason().waste()).isCloseTo(4 + 2 + Math.log10(12), within(1e-9));
    Finding callers =
        find(
            whole,
            """
            List<String> xs;
            @Get("/a") void f() { for (String x : xs) g(); }
            void g() { while (true) { Slow.run(); } }
            """);
    assertThat(terms(callers))
        .as("the loop around the caller is another one")
        .containsExactly("cost 4", "entry point 2", "loop 2");
  }

  @Test
  void theRankFollowsPriorityAndWaste() {
    assertThat(RankingNumbers.sarifRank(Priority.P1, Group.PREVIEW, 7)).isEqualTo(84);
    assertThat(RankingNumbers.sarifRank(Priority.P1, Group.DEFAULT, 12)).isEqualTo(94);
    assertThat(RankingNumbers.sarifRank(Priority.P1, Group.DEFAULT, 30)).isEqualTo(99);
    assertThat(RankingNumbers.sarifRank(Priority.P2, Group.DEFAULT, 5)).isEqualTo(60);
    assertThat(RankingNumbers.sarifRank(Priority.P2, Group.PREVIEW, 6.5)).isEqualTo(47);
    assertThat(RankingNumbers.sarifRank(Priority.P3, Group.PEDANTIC, -4)).isEqualTo(10);
    assertThat(find(OUTAGE, "@Get(\"/a\") void f() { Slow.run(); }").rank())
        .as("P1 by risk alone counts as waste 7")
        .isEqualTo(84);
  }

  @Test
  void whereNoEntryPointIsKnownNothingIsP1() {
    Rule huge = SampleRule.flagging(call("shop.Slow#run()")).effect("10 s").build();
    Finding found = find(huge, "void f() { Slow.run(); }");
    assertThat(found.reason().waste()).isCloseTo(10, within(1e-9));
    assertThat(found.priority()).isEqualTo(Priority.P2);
  }

  @Test
  void whatIsPedanticIsP3HoweverHotItIs() {
    Rule rule =
        SampleRule.flagging(call("shop.Slow#run()"))
            .effect("10 s")
            .pedanticUnless(Conditions.loop(), "code outside of loops")
            .build();
    String handler = "@Get(\"/a\") void f(List<String> xs) { %s }";
    assertThat(find(rule, handler.formatted("Slow.run();")).priority()).isEqualTo(Priority.P3);
    assertThat(find(rule, handler.formatted("for (String x : xs) Slow.run();")).priority())
        .isEqualTo(Priority.P1);
  }

  @Test
  void ofEquallyUrgentOnesTheShortestWayComesFirst() {
    List<Finding> found =
        findAll(
            COSTS,
            """
            @Get("/a") void f() { g(); }
            void g() { Slow.run(); h(); }
            void h() { Slow.run(); }
            @Get("/b") void z() { Slow.run(); }
            """);
    assertThat(found)
        .extracting(Finding::member)
        .containsExactly("shop.Service.z()", "shop.Service.g()", "shop.Service.h()");
  }

  @Test
  void confidenceNeverChangesTheRank() {
    String sure = "@Get(\"/a\") void f(Impl s) { s.g(); }";
    String likely = "@Get(\"/a\") void f(Some s) { s.g(); }";
    String rest =
        "%s interface Some { void g(); } static class Impl implements Some { public void g()"
            + " { Slow.run(); } } static class Other implements Some { public void g() {} }";
    Finding a = find(COSTS, rest.formatted(sure));
    Finding b = find(COSTS, rest.formatted(likely));
    assertThat(a.confidence()).isEqualTo(Certainty.SURE);
    assertThat(b.confidence()).isEqualTo(Certainty.LIKELY);
    assertThat(b.priority()).isEqualTo(a.priority());
    assertThat(b.rank()).isEqualTo(a.rank());
    assertThat(Finding.ORDER.compare(a, b)).as("the surer comes first").isNegative();
  }

  @Test
  void whoAnswersAnAnnotatedInterfaceIsTheEntryPoint() {
    Finding found =
        find(
            COSTS,
            "interface Api { @Get(\"/a\") void f(); }"
                + " static class Impl implements Api { public void f() { Slow.run(); } }");
    assertThat(terms(found)).containsExactly("cost 4", "entry point 2");
  }

  @Test
  void anonymousClassesAreAsHotAsWhatMakesThem() {
    Finding perRequest =
        find(
            COSTS,
            "@Get(\"/a\") void f() { new Thread(new Runnable() { public void run() { Slow.run(); } }); }");
    assertThat(terms(perRequest)).containsExactly("cost 4", "entry point 2");
    Finding atStart =
        find(
            COSTS,
            "static final Runnable TASK = new Runnable() { public void run() { Slow.run(); } };");
    assertThat(terms(atStart))
        .as("runs later, nobody knows how often")
        .containsExactly("cost 4", "entry point 0");
  }

  @Test
  void objectsMadePerRequestInitialiseTheirFieldsPerRequest() {
    Finding field =
        find(
            COSTS,
            "@Get(\"/a\") void f() { new Part(1); }"
                + " static class Part { Object o = make(); Part(int i) {} Object make() { Slow.run(); return o; } }");
    assertThat(terms(field)).containsExactly("cost 4", "entry point 2");
    assertThat(field.reason().lines().get(0))
        .isEqualTo("per request: GET /a → Service.f → new Part → Part.make");
  }

  @Test
  void initCodeThatAConstructorCallsIsNoStartUp() {
    Finding found = find(COSTS, "Service() { init(); } private void init() { Slow.run(); }");
    assertThat(terms(found)).containsExactly("cost 4", "entry point 0");
    assertThat(found.reason().lines().get(0))
        .isEqualTo("no entry point found, counted as once a second; called by new Service");
    assertThat(terms(find(COSTS, "static { init(); } private static void init() { Slow.run(); }")))
        .containsExactly("cost 4", "entry point -4");
  }

  @Test
  void methodsThatNothingCallsAreUnknown() {
    assertThat(terms(find(COSTS, "private void never() { Slow.run(); }")))
        .containsExactly("cost 4", "entry point 0");
    assertThat(
            terms(
                find(
                    COSTS,
                    "void a(List<String> x) { for (String s : x) b(x); } void b(List<String> x) { a(x); Slow.run(); }")))
        .as("a ring without a way in")
        .containsExactly("cost 4", "entry point 0", "loop 2", "recursion 1");
  }

  @Test
  void testsDoNotHeatProductionCode() {
    Sources sources =
        Sources.of(
                "package shop; public class Service { public void f() { Slow.run(); } }",
                "package shop; public class ServiceTest { @shop.api.Test void t(Service s) {"
                    + " for (int i = 0; i < 1000; i++) s.f(); } }",
                SLOW)
            .knowing(KNOWLEDGE)
            .with(COSTS);
    assertThat(terms(sources.findings().get(0))).containsExactly("cost 4", "entry point 0");
  }
}
