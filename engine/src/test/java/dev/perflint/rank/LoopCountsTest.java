package dev.perflint.rank;

import static dev.perflint.rank.Slowness.COSTS;
import static dev.perflint.rank.Slowness.find;
import static dev.perflint.rank.Slowness.findAll;
import static dev.perflint.rank.Slowness.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a loop counts of which the way shows what it goes through. */
class LoopCountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @Get("/a") void f(List<String> xs) { for (String x : xs) Slow.run(); } | loop 1
          @Get("/a") void f(Page p) { for (String x : p.names()) Slow.run(); } | loop 1
          @Get("/a") void f(Page p) { List<String> xs = p.names(); g(xs); } | loop 1
          @Get("/a") void f(Page p) { for (Page q : p.children()) { h(q); } } | loop 1, loop 1
          @Get("/a") void f() { g(List.of("x")); } |
          @Get("/a") void f(String x) { g(java.util.Collections.singletonList(x)); } |
          @Get("/a") void f(String[] xs) { g(List.of(xs)); } | loop 2
          @Get("/a") void f() { g(read()); } | loop 2
          @Get("/a") void f(Page p) { for (String x : find(p)) Slow.run(); } | loop 2
          @Listen void f(List<String> xs) { for (String x : xs) Slow.run(); } | loop 2
          """)
  void aLoopCountsWhatTheWayHandsOver(String entry, String loops) {
    Finding found =
        findAll(
                COSTS,
                entry
                    + """

                void g(List<String> xs) { for (String x : xs) Slow.run(); }
                void h(Page p) { p.names().forEach(x -> Slow.run()); }
                List<String> read() { return null; }
                List<String> find(Page p) { return null; }
                interface Page { List<String> names(); List<Page> children(); }
                """)
            .stream()
            .filter(one -> one.reason().lines().get(0).startsWith("per "))
            .findFirst()
            .orElseThrow();
    assertThat(String.join(", ", terms(found).subList(2, terms(found).size())))
        .isEqualTo(loops == null ? "" : loops);
  }

  @Test
  void aLoopIsNoShorterThanItsLongestCallerMakesIt() {
    Finding found =
        find(
            COSTS,
            """
            List<String> all;
            @Get("/a") void f(List<String> xs) { g(xs); }
            @Get("/b") void e() { g(all); }
            void g(List<String> xs) { for (String x : xs) h(); }
            void h() { Slow.run(); }
            """);
    assertThat(terms(found)).containsExactly("cost 4", "entry point 2", "loop 2");
    assertThat(found.reason().lines().get(0)).startsWith("per request: GET /b");
  }
}
