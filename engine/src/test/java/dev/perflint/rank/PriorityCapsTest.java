package dev.perflint.rank;

import static dev.perflint.match.Patterns.call;
import static dev.perflint.rank.Slowness.COSTS;
import static dev.perflint.rank.Slowness.OUTAGE;
import static dev.perflint.rank.Slowness.find;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.model.Finding;
import dev.perflint.model.Priority;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Rule;
import dev.perflint.rule.Urgency;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What keeps a finding from being P1: changes, what nobody feels, what is rare; and which way is
 * told.
 */
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
  void whatOnlyManyEntriesMakeFeltIsP2BelowTenMillisecondsOfARequest() {
    String looped = "List<String> xs; @Get(\"/a\") void f() { for (String x : xs) Slow.run(); }";
    assertThat(find(costing("99 µs"), looped).priority()).isEqualTo(Priority.P2);
    assertThat(find(costing("100 µs"), looped).priority()).isEqualTo(Priority.P1);
    String itself = "@Get(\"/a\") void f() { Slow.run(); f(); }";
    assertThat(find(costing("999 µs"), itself).priority()).isEqualTo(Priority.P2);
    assertThat(find(costing("1 ms"), itself).priority()).isEqualTo(Priority.P1);
    String once = "@Get(\"/a\") void f() { Slow.run(); }";
    assertThat(find(costing("9 ms"), once).priority()).isEqualTo(Priority.P2);
    assertThat(find(costing("10 ms"), once).priority()).isEqualTo(Priority.P1);
    String outage = "List<String> xs; @Get(\"/a\") void f() { for (String x : xs) Slow.run(); }";
    assertThat(find(OUTAGE, outage).priority()).isEqualTo(Priority.P1);
  }

  @Test
  void whatNoReadingHasShownToBeUrgentIsP1OnlyWhereEachDailyRequestTakesTheWay() {
    Rule doubtful =
        SampleRule.flagging(call("shop.Slow#run()"))
            .effect("10 ms")
            .urgent(Urgency.STEADY_WAYS)
            .build();
    String each = "@Get(\"/a\") void f() { Slow.run(); }";
    String some = "boolean on; @Get(\"/a\") void f() { if (on) { Slow.run(); } }";
    assertThat(find(doubtful, each).priority()).isEqualTo(Priority.P1);
    assertThat(find(doubtful, some).priority()).isEqualTo(Priority.P2);
    String loop =
        "List<String> xs; boolean on; @Get(\"/a\") void f() { for (String x : xs) if (on) Slow.run(); }";
    assertThat(find(doubtful, loop).priority()).isEqualTo(Priority.P2);
    assertThat(find(costing("10 ms"), loop).priority()).isEqualTo(Priority.P1);
  }

  private static Rule costing(String cost) {
    return SampleRule.flagging(call("shop.Slow#run()")).effect(cost).build();
  }

  @Test
  void aPathThatEndsInAChangeIsAWritingOneWhateverItsVerb() {
    String body = " void f() { for (String x : xs) Slow.run(); } List<String> xs;";
    for (String path : List.of("/jobs/insert", "/orders/{id}/cancel", "/jobs/removeAll/{id}")) {
      Finding found = find(costing("1 ms"), "@Get(\"" + path + "\")" + body);
      assertThat(found.priority()).as(path).isEqualTo(Priority.P2);
      assertThat(found.reason().terms().get(1).text()).startsWith("per request that writes");
    }
    for (String path : List.of("/jobs/inserts", "/cancel/{id}/state", "/{insert}", "/jobs/add")) {
      assertThat(find(costing("1 ms"), "@Get(\"" + path + "\")" + body).priority())
          .as(path)
          .isEqualTo(Priority.P1);
    }
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
  void whatGoesByItselfPilesUpOnlyWhereCallsComeSteadily() {
    Rule leaving = SampleRule.flagging(call("shop.Slow#run()")).risk(Risk.BUILD_UP).build();
    String each = "@Get(\"/a\") void f() { Slow.run(); }";
    assertThat(find(leaving, each).priority()).isEqualTo(Priority.P1);
    for (String other :
        List.of(
            "boolean on; @Get(\"/a\") void f() { if (on) { Slow.run(); } }",
            "@Put(\"/a\") void f() { Slow.run(); }",
            "@Timer(every = \"10s\") void f() { for (String x : xs) Slow.run(); } List<String> xs;")) {
      assertThat(find(leaving, other).priority()).as(other).isEqualTo(Priority.P2);
      assertThat(find(OUTAGE, other.replace("@Put", "@Get")).priority()).isEqualTo(Priority.P1);
    }
  }

  @Test
  void aWaitForSomebodyElseIsUrgentWhereEachDailyRequestWaits() {
    Rule waiting =
        SampleRule.flagging(call("shop.Slow#run()"))
            .theme(Theme.TIMEOUTS)
            .risk(Risk.OUTAGE)
            .urgent(Urgency.STEADY_WAYS_AND_JOBS)
            .build();
    for (String each :
        List.of(
            "@Get(\"/a\") void f() { Slow.run(); }",
            "@Get(\"/a\") void f() { for (String x : xs) Slow.run(); } List<String> xs;",
            "@Timer(every = \"10s\") void f() { for (String x : xs) Slow.run(); } List<String> xs;")) {
      assertThat(find(waiting, each).priority()).as(each).isEqualTo(Priority.P1);
    }
    for (String some :
        List.of(
            "boolean on; @Get(\"/a\") void f() { if (on) { Slow.run(); } }",
            "@Step void f() { Slow.run(); }",
            "@Put(\"/orders\") void f() { Slow.run(); }")) {
      assertThat(find(waiting, some).priority()).as(some).isEqualTo(Priority.P2);
      assertThat(find(OUTAGE, some).priority()).as(some).isEqualTo(Priority.P1);
    }
  }

  @Test
  void whatAJobDoesOnceOnEachRunTakesNoServiceDown() {
    String often = "@Timer(every = \"10s\") ";
    String looped = often + "void f() { for (String x : xs) Slow.run(); } List<String> xs;";
    assertThat(find(OUTAGE, looped).priority()).isEqualTo(Priority.P1);
    String itself = often + "void f() { Slow.run(); f(); }";
    assertThat(find(OUTAGE, itself).priority()).isEqualTo(Priority.P1);
    String once = often + "void f() { g(); } void g() { Slow.run(); }";
    assertThat(find(OUTAGE, once).priority()).isEqualTo(Priority.P2);
    assertThat(find(OUTAGE, once + " @Get(\"/a\") void h() { g(); }").priority())
        .isEqualTo(Priority.P1);
    String tried = "@Timer void f() { for (int i = 0; i < 3; i++) { Slow.run(); return; } }";
    assertThat(find(OUTAGE, tried).priority()).isEqualTo(Priority.P2);
    assertThat(find(OUTAGE, "@Step void f() { Slow.run(); }").priority()).isEqualTo(Priority.P1);
  }

  @Test
  void norDoesAJobThatIsNotKnownToRunEachMinute() {
    String looped = "@Timer%s void f() { for (String x : xs) Slow.run(); } List<String> xs;";
    for (String seldom : List.of("", "(cron = \"0 0 3 * * *\")", "(fixedRate = 90 * 1000)")) {
      Finding found = find(OUTAGE, looped.formatted(seldom));
      assertThat(found.priority()).as(seldom).isEqualTo(Priority.P2);
      assertThat(find(costing("9 s"), looped.formatted(seldom)).priority())
          .as(seldom)
          .isEqualTo(Priority.P2);
    }
    Finding often = find(costing("9 s"), looped.formatted("(fixedDelayString = \"${x:5000}\")"));
    assertThat(often.priority()).isEqualTo(Priority.P1);
    assertThat(often.reason().lines().get(0))
        .startsWith("per scheduled run: @Timer every 5000 milliseconds → Service.f");
  }

  @Test
  void norDoesWhatIsDoneOnceToAThing() {
    for (String step : List.of("deleteAll", "purge", "installDriver", "startInstallation")) {
      String way = "@Get(\"/a\") void f() { CALL(); } void CALL() { Slow.run(); }";
      assertThat(find(OUTAGE, way.replace("CALL", step)).priority())
          .as(step)
          .isEqualTo(Priority.P2);
    }
    Finding tenant =
        find(OUTAGE, "@Loop void f() { createSchema(); } void createSchema() { Slow.run(); }");
    assertThat(tenant.priority()).as("by an event loop").isEqualTo(Priority.P2);
    String other = "@Get(\"/a\") void f() { installed(); } void installed() { Slow.run(); }";
    assertThat(find(OUTAGE, other).priority()).isEqualTo(Priority.P1);
  }

  @Test
  void nobodyKnowsThatAMessageComesAHundredTimesASecond() {
    String looped = "java.util.List<String> all; %s { for (String one : all) { Slow.run(); } }";
    assertThat(find(costing("9 s"), looped.formatted("@Listen void f(String message)")).priority())
        .isEqualTo(Priority.P2);
    assertThat(find(costing("9 s"), looped.formatted("@Get(\"/a\") void f()")).priority())
        .isEqualTo(Priority.P1);
    // What takes it down does so at any rate.
    assertThat(find(OUTAGE, "@Listen void f(String message) { Slow.run(); }").priority())
        .isEqualTo(Priority.P1);
  }

  @Test
  void whatIsBesideTheDailyWorkTakesNoServiceDown() {
    String slow = " void f() { Slow.run(); }";
    for (String rare : List.of("/orders/batch", "/tools/register", "/admin/orders")) {
      assertThat(find(OUTAGE, "@Put(\"" + rare + "\")" + slow).priority())
          .as(rare)
          .isEqualTo(Priority.P2);
    }
    for (String asked : List.of("/orders/batch", "/administration", "/settings/export")) {
      assertThat(find(OUTAGE, "@Get(\"" + asked + "\")" + slow).priority())
          .as(asked)
          .isEqualTo(asked.startsWith("/settings") ? Priority.P2 : Priority.P1);
    }
    assertThat(find(OUTAGE, "@Put(\"/orders\")" + slow).priority()).isEqualTo(Priority.P1);
  }

  @Test
  void aWayThatTakesAwayIsThatOfARequestThatWrites() {
    String way = "@Get(\"/a\") void f() { NAME(); } void NAME() { Slow.run(); }";
    assertThat(find(costing("10 ms"), way.replace("NAME", "deleteOld")).priority())
        .isEqualTo(Priority.P2);
    assertThat(find(costing("10 ms"), way.replace("NAME", "deleted")).priority())
        .isEqualTo(Priority.P1);
  }

  @Test
  void whatAMethodIsCalledThatIsThereForFailuresIsOnAnExceptionPath() {
    for (String name : List.of("onFailed", "markServerFailed", "handleErrors2", "failoverTo")) {
      boolean word = !name.equals("handleErrors2");
      String code = "@Get(\"/a\") void f() { NAME(); } void NAME() { Slow.run(); }";
      assertThat(find(COSTS, code.replace("NAME", name)).reason().lines().get(0))
          .as(name)
          .satisfies(line -> assertThat(line.contains("on an exception path")).isEqualTo(word));
    }
    String told = "void onFailed() { f(); } void f() { Slow.run(); }";
    assertThat(find(COSTS, told).reason().lines().get(0)).contains("on an exception path");
    String failing = "@Get(\"/a\") void f() { failing(); } void failing() { Slow.run(); }";
    assertThat(find(COSTS, failing).reason().lines().get(0)).doesNotContain("exception");
  }

  @Test
  void anAnswerThatRefusesARequestIsOnAnExceptionPath() {
    String code = "@Get(\"/a\") Object f(Response r, int x) { if (x > 0) { BODY } return null; }";
    for (String refusal :
        List.of(
            "Slow.run(); r.setStatus(HttpServletResponse.SC_BAD_REQUEST); return null;",
            "write(r, SC_NOT_FOUND, true); Slow.run(); return null;",
            "r.sendError(HttpStatus.UNAUTHORIZED_401.value()); Slow.run(); return r;",
            "r.setStatus(503); Slow.run(); return r;",
            "return Answer.status(Response.Status.CONFLICT).entity(Slow.run());")) {
      assertThat(line(code.replace("BODY", refusal))).as(refusal).contains("on an exception path");
    }
    for (String other :
        List.of(
            "Slow.run(); r.setStatus(HttpServletResponse.SC_OK); return null;",
            "Slow.run(); r.setStatus(HttpServletResponse.SC_BAD_REQUEST);",
            "Slow.run(); r.setStatus(202); return r;",
            "Slow.run(); add(404); return r;",
            "Slow.run(); add(Kind.NOT_FOUND); return r;",
            "Slow.run(); if (x > 1) { r.setStatus(503); } return r;")) {
      assertThat(line(code.replace("BODY", other))).as(other).doesNotContain("exception path");
    }
  }

  private static String line(String members) {
    return find(COSTS, members).reason().lines().get(0);
  }

  @Test
  void whatACacheHasNotIsReadInItsOtherBranch() {
    for (String held :
        List.of("rates.containsKey(k)", "rates != null && rates.containsKey(k)", "null != rate")) {
      String code =
          "Map<String, String> rates; String rate; @Get(\"/a\") void f(String k) {"
              + " if (HELD) { k = rate; } else { Slow.run(); rate = k; } }";
      assertThat(find(COSTS, code.replace("HELD", held)).reason().lines().get(0))
          .as(held)
          .contains("on a cache miss");
    }
    String chosen =
        "String filter; @Get(\"/a\") void f(String k) {"
            + " if (filter != null) { k = filter; } else { Slow.run(); } }";
    assertThat(find(COSTS, chosen).reason().lines().get(0)).doesNotContain("cache");
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
