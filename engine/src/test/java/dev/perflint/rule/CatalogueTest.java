package dev.perflint.rule;

import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Patterns.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final Rule RULE =
      SampleRule.flagging(call("java.lang.String#trim()"))
          .pedanticUnless(runsPer("request"), "code that no request reaches")
          .build();

  private static final Catalogue CATALOGUE = new Catalogue(List.of(RULE));

  private static List<Integer> lines(List<String> select, List<String> ignore) {
    Rule[] rules = CATALOGUE.selected(select, ignore).rules().toArray(Rule[]::new);
    return Sources.of(
            """
            package shop;
            class A {
              @lib.Get("/a") String hot(String s) { return s.trim(); }
              String cold(String s) { return s.trim(); }
            }
            """)
        .knowing("library: x\nentry-points:\n- {kind: request, annotation: lib.Get}\n")
        .with(rules)
        .lines();
  }

  @Test
  void pedanticMatchesAreForThoseWhoAsk() {
    assertThat(lines(List.of(), List.of())).containsExactly(3);
    assertThat(lines(List.of("sample-rule"), List.of())).containsExactly(3);
    assertThat(lines(List.of("all"), List.of())).containsExactly(3, 4);
    assertThat(lines(List.of("pedantic"), List.of())).containsExactly(3, 4);
    assertThat(lines(List.of("default", "pedantic"), List.of())).containsExactly(3, 4);
    assertThat(lines(List.of("all"), List.of("pedantic"))).containsExactly(3);
    assertThat(lines(List.of("pedantic"), List.of("text"))).isEmpty();
  }

  @Test
  void anUnknownWordIsAComplaintWithTheNearestOne() {
    assertThatThrownBy(() -> CATALOGUE.selected(List.of("sample-rul"), List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("did you mean sample-rule?");
  }
}
