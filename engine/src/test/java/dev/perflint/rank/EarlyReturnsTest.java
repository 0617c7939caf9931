package dev.perflint.rank;

import static dev.perflint.rank.Slowness.COSTS;
import static dev.perflint.rank.Slowness.find;
import static dev.perflint.rank.Slowness.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reason says that not every call gets to a place, be that no branch. */
class EarlyReturnsTest {
  private static final String PAST = ", past an early return";

  private static Finding of(String body) {
    String members =
        "boolean off; boolean ask() { return off; } @Get(\"/a\") void f(String id) { %s }";
    return find(COSTS, members.formatted(body));
  }

  private static String why(String body) {
    return of(body).reason().lines().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (off) return; Slow.run();",
        "if (off || id == null) { ask(); return; } Slow.run();",
        "if (id != null) { if (off) { return; } else { ask(); return; } } Slow.run();",
        "ask(); if (ask()) { return; } try { Slow.run(); } finally { ask(); }",
      })
  void itIsSaid(String body) {
    assertThat(why(body)).endsWith(PAST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Slow.run(); if (off) return; ask();",
        "if (id == null) return; Slow.run();",
        "if (id == null || id.isEmpty()) { return; } Slow.run();",
        "if (off) { throw new IllegalStateException(); } Slow.run();",
        "if (off) { ask(); } Slow.run();",
        "if (off) { if (ask()) { return; } } Slow.run();",
        "if (off) { if (ask()) { return; } else { ask(); } } Slow.run();",
        "if (off) { Runnable r = () -> { return; }; } Slow.run();",
      })
  void onlyWhereSomethingElseDecides(String body) {
    assertThat(why(body)).doesNotContain("early");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (off) return; if (ask()) { return; } Slow.run();",
        "if (off) return; synchronized (this) { ask(); if (ask()) return; Slow.run(); }",
        "if (off) return; String s = id.trim(); if (s.isEmpty()) return; if (ask()) return; Slow.run();",
      })
  void severalOfThemDecideAsABranchDoes(String body) {
    Finding found = of(body);
    assertThat(found.reason().lines().get(0)).endsWith(", past several early returns");
    assertThat(terms(found)).containsExactly("cost 4", "entry point 2", "branch ~0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (off) return; Slow.run();",
        "if (off) return; String s = id.trim(); if (s.isEmpty()) return; Slow.run();",
        "if (off) return; String s = id.trim(); if (s == null || !isNotBlank(s)) return; Slow.run();",
      })
  void thatThereIsSomethingIsTheRule(String body) {
    Finding found = of(body);
    assertThat(found.reason().lines().get(0)).endsWith(PAST);
    assertThat(terms(found)).containsExactly("cost 4", "entry point 2");
  }

  @Test
  void aBranchSaysItAsWell() {
    assertThat(why("if (off) return; if (ask()) { Slow.run(); }")).endsWith(", in a branch");
  }

  @Test
  void aCallerMayReturnEarlyToo() {
    assertThat(
            find(
                    COSTS,
                    "boolean off; @Get(\"/a\") void f() { if (off) return; g(); } void g() { Slow.run(); }")
                .reason()
                .lines()
                .get(0))
        .endsWith(PAST);
  }
}
