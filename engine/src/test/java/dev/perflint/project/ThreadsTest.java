package dev.perflint.project;

import static dev.perflint.match.Conditions.onThreadOf;
import static dev.perflint.match.Patterns.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What another thread runs does not hold up the thread of a request. */
class ThreadsTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      members:
        - {role: runs-later, kind: executor, calls: "java.util.concurrent.Executor#execute(Runnable)"}
        - {role: runs-later, kind: reactive, calls: "java.util.Optional#map(*)"}
      annotations:
        - {role: runs-later, names: [lib.Async]}
      entry-points:
        - {kind: request, annotation: lib.Get}
      """;

  private static final Rule ON_THREAD =
      SampleRule.flagging(call("java.lang.String#trim()").inside(onThreadOf("request"))).build();

  private static List<Integer> lines(String... members) {
    return Sources.of(
            "package shop; import java.util.*; import java.util.concurrent.*;\nclass A {\n"
                + String.join("\n", members)
                + "\n}")
        .knowing(KNOWLEDGE)
        .with(ON_THREAD)
        .lines();
  }

  @Test
  void lambdasReferencesAndAnonymousClassesAreHandedOver() {
    assertThat(
            lines(
                "@lib.Get void f(Executor e, String s) {",
                "  s.trim();",
                "  e.execute(() -> s.trim());",
                "  e.execute(() -> helped(s));",
                "  e.execute(this::referred);",
                "  e.execute(new Runnable() { public void run() { s.trim(); } });",
                "}",
                "void helped(String s) { s.trim(); }",
                "void referred() { \"a\".trim(); }"))
        .containsExactly(4);
  }

  @Test
  void aMethodThatAlsoRunsOnTheThreadCounts() {
    assertThat(
            lines(
                "@lib.Get void f(Executor e, String s) { e.execute(() -> both(s)); both(s); }",
                "void both(String s) { s.trim(); }"))
        .containsExactly(4);
  }

  @Test
  void asyncMethodsAreHandedOver() {
    assertThat(
            lines(
                "@lib.Get void f(String s) { later(s); }",
                "@lib.Async void later(String s) { s.trim(); }"))
        .isEmpty();
  }

  @Test
  void soAreThoseOfAnAsyncClass() {
    String text =
        "package shop; @lib.Async class Mails { public void send() {} void keep() {}"
            + " static public void check() {} }";
    for (String method : List.of("send", "keep", "check")) {
      boolean later =
          Sources.of(text).knowing(KNOWLEDGE).analyses().get(0).types().get(0).methods().stream()
              .filter(one -> one.name().equals(method))
              .anyMatch(MethodFacts::runsLater);
      assertThat(later).as(method).isEqualTo(method.equals("send"));
    }
  }

  @Test
  void operatorsRunWhereTheirChainDoes() {
    assertThat(lines("@lib.Get void f(Optional<String> s) { s.map(x -> x.trim()); }"))
        .containsExactly(3);
  }
}
