package dev.perflint.rank;

import static dev.perflint.match.Patterns.call;
import static dev.perflint.rank.Slowness.COSTS;
import static dev.perflint.rank.Slowness.findAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.model.Finding;
import dev.perflint.model.Group;
import dev.perflint.model.Priority;
import dev.perflint.model.Risk;
import dev.perflint.rule.Rule;
import dev.perflint.rule.Urgency;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of places beside each other. */
class BesideTest {

  @Test
  void whatOneChangeMendsComesAfterTheFirstOfIt() {
    List<Finding> found =
        findAll(
            COSTS,
            """
            List<String> xs;
            @Get("/a") void f() { for (String x : xs) { Slow.run(); Slow.run(); } }
            @Get("/b") void g() { for (String x : xs) { if (x == null) Slow.run(); } }
            """);
    assertThat(found).extracting(Finding::rank).containsExactly(63, 63, 53);
    assertThat(found).extracting(Finding::priority).containsOnly(Priority.P2);
    assertThat(found.get(2).reason().lines()).contains("in the same loop as line 4");
    assertThat(found.get(0).reason().lines().toString()).doesNotContain("same");
  }

  @Test
  void moreOfTheSameInAMethodComesAfterTheFirst() {
    List<Finding> found =
        findAll(COSTS, "@Get(\"/a\") void f() { Slow.run(); Slow.run(); if (true) Slow.run(); }");
    assertThat(found).extracting(Finding::rank).containsExactly(61, 51, 51);
    assertThat(found.get(1).reason().lines()).contains("the same as in line 3");
  }

  @Test
  void aFileFullOfOneRuleDoesNotFillTheReport() {
    List<Finding> found =
        findAll(
            COSTS,
            """
            @Get("/a") void a() { Slow.run(); }
            @Get("/b") void b() { Slow.run(); }
            @Get("/c") void c() { Slow.run(); }
            @Get("/d") void d() { Slow.run(); }
            """);
    assertThat(found).extracting(Finding::rank).containsExactly(61, 61, 61, 59);
    assertThat(found.get(3).reason().lines()).contains("number 4 of this rule in the file");
  }

  @Test
  void anEntryPointWithManyPlacesDoesNotFillTheReport() {
    List<Finding> found =
        findAll(
            COSTS,
            """
            @Get("/a") void f() { a(); b(); c(); d(); e(); g(); }
            void a() { Slow.run(); }
            void b() { Slow.run(); }
            void c() { Slow.run(); }
            void d() { Slow.run(); }
            void e() { Slow.run(); }
            void g() { Slow.run(); }
            @Timer void h() { Slow.run(); }
            """);
    assertThat(found).extracting(Finding::rank).containsExactly(61, 61, 61, 59, 59, 59, 26);
    assertThat(found.get(4).reason().lines()).contains("number 5 of this rule in the file");
    assertThat(found.get(5).reason().lines()).contains("number 6 of this entry point");
  }

  @Test
  void copiesOfTheSameCodeComeAfterTheFirst() {
    String copy =
        "package shop; import shop.api.*; class %s { @Get(\"/%s\") void f() {\n Slow.run();\n } }";
    List<Finding> found =
        Sources.of(copy.formatted("A", "a"), copy.formatted("B", "b"), Slowness.SLOW)
            .knowing(Slowness.KNOWLEDGE)
            .with(COSTS)
            .findings();
    assertThat(found).extracting(Finding::rank).containsExactly(61, 51);
    assertThat(found.get(1).reason().lines())
        .anyMatch(why -> why.startsWith("the same code as in "));
  }

  @Test
  void oneRuleDoesNotFillTheReport() {
    List<String> sources = new ArrayList<>(List.of(Slowness.SLOW));
    for (char name = 'a'; name <= 'f'; name++) {
      sources.add(
          "package shop; import shop.api.*; class C%1$s { @Get(\"/%1$s\") void %1$s() { Slow.run(); } }"
              .formatted(name));
    }
    List<Finding> found =
        Sources.of(sources.toArray(String[]::new))
            .knowing(Slowness.KNOWLEDGE)
            .with(COSTS)
            .findings();
    assertThat(found).extracting(Finding::rank).containsExactly(61, 61, 61, 61, 61, 59);
    assertThat(found.get(5).reason().lines()).contains("number 6 of this rule");
  }

  @Test
  void belowP1WhatAProvenRuleSaysComesFirst() {
    Rule preview = SampleRule.flagging(call("shop.Slow#run()")).group(Group.PREVIEW).build();
    String often = "List<String> xs; @Get(\"/a\") void f() { for (String x : xs) Slow.run(); }";
    assertThat(Slowness.find(preview, often).rank())
        .isLessThan(Slowness.find(COSTS, "@Get(\"/a\") void f() { Slow.run(); }").rank());
  }

  @Test
  void anOutageWithADoubtComesBeforeSmallWaste() {
    Rule rule =
        SampleRule.flagging(call("shop.Slow#run()"))
            .effect("10 ns")
            .risk(Risk.OUTAGE)
            .urgent(Urgency.STEADY_WAYS)
            .build();
    Finding doubtful = Slowness.find(rule, "@Get(\"/a\") void f() { if (a) Slow.run(); }");
    assertThat(doubtful.priority()).isEqualTo(Priority.P2);
    assertThat(doubtful.rank())
        .isGreaterThan(Slowness.find(COSTS, "@Get(\"/a\") void f() { Slow.run(); }").rank());
    assertThat(Slowness.find(rule, "@Get(\"/export\") void f() { Slow.run(); }").rank())
        .isLessThan(doubtful.rank());
  }

  @Test
  void equalRanksAreTakenApartByTheWaste() {
    List<Finding> found =
        findAll(
            COSTS,
            """
            @Get("/a") void a() { if (true) Slow.run(); }
            @Get("/b") void b() { Slow.run(); }
            """);
    assertThat(found).extracting(Finding::rank).containsExactly(61, 61);
    assertThat(found.get(0).location().region().startLine()).isEqualTo(4);
  }
}
