package dev.perflint.rank;

import static dev.perflint.rank.Slowness.COSTS;
import static dev.perflint.rank.Slowness.findAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Finding;
import dev.perflint.model.Priority;
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
    assertThat(found).extracting(Finding::rank).containsExactly(56, 55, 46);
    assertThat(found).extracting(Finding::priority).containsOnly(Priority.P2);
    assertThat(found.get(2).reason().lines()).contains("in the same loop as line 4");
    assertThat(found.get(0).reason().lines().toString()).doesNotContain("same");
  }

  @Test
  void moreOfTheSameInAMethodComesAfterTheFirst() {
    List<Finding> found =
        findAll(COSTS, "@Get(\"/a\") void f() { Slow.run(); Slow.run(); if (true) Slow.run(); }");
    assertThat(found).extracting(Finding::rank).containsExactly(52, 42, 41);
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
    assertThat(found).extracting(Finding::rank).containsExactly(52, 52, 52, 50);
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
    assertThat(found).extracting(Finding::rank).containsExactly(52, 52, 52, 50, 50, 50, 14);
    assertThat(found.get(4).reason().lines()).contains("number 5 of this rule in the file");
    assertThat(found.get(5).reason().lines()).contains("number 6 of this entry point");
  }
}
