package dev.perflint.project;

import static dev.perflint.match.Conditions.onVirtualThread;
import static dev.perflint.match.Patterns.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.model.Step;
import dev.perflint.rule.Rule;
import org.junit.jupiter.api.Test;

/** What runs on virtual threads, and how it comes there. */
class VirtualThreadsTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      members:
        - {role: runs-later, kind: executor, calls: "java.util.concurrent.Executor#execute(Runnable)"}
        - {role: runs-later, kind: thread, calls: "java.lang.Thread#startVirtualThread(Runnable)"}
        - {role: virtual-threads, calls: ["java.lang.Thread#startVirtualThread(Runnable)", "java.util.concurrent.Executors#newVirtualThreadPerTaskExecutor()"]}
      annotations:
        - {role: virtual-threads, names: [lib.Virtual]}
      entry-points:
        - {kind: request, annotation: lib.Get}
      """;

  private static final Rule VIRTUAL =
      SampleRule.flagging(call("java.lang.String#trim()").inside(onVirtualThread())).build();

  private static Sources sources(String... members) {
    return Sources.of(
            "package shop; import java.util.concurrent.*;\nclass A {\n"
                + String.join("\n", members)
                + "\n}")
        .knowing(KNOWLEDGE)
        .with(VIRTUAL);
  }

  @Test
  void callsStayOnTheThreadAndPoolsLeaveIt() {
    assertThat(
            sources(
                    "void f(Executor pool) {",
                    "  Executor e = Executors.newVirtualThreadPerTaskExecutor();",
                    "  e.execute(() -> { both(); pool.execute(() -> elsewhere()); });",
                    "}",
                    "void both() { \"a\".trim(); }",
                    "void elsewhere() { \"a\".trim(); }",
                    "@lib.Virtual void marked() { \"a\".trim(); }",
                    "void nobody() { \"a\".trim(); }")
                .lines())
        .containsExactly(7, 9);
  }

  @Test
  void anExecutorThatMayBeAnotherOneIsNone() {
    assertThat(
            sources(
                    "Executor e = Executors.newVirtualThreadPerTaskExecutor();",
                    "void set(Executor other) { e = other; }",
                    "void f() { e.execute(() -> \"a\".trim()); }")
                .lines())
        .isEmpty();
  }

  @Test
  void theWayLeadsOverTheStartOfTheThread() {
    assertThat(
            sources(
                    "@lib.Get void get() { start(); }",
                    "void start() { Thread.startVirtualThread(() -> run()); }",
                    "void run() { \"a\".trim(); }")
                .findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.trail().approach())
                    .extracting(Step::message)
                    .containsExactly(
                        "@lib.Get: A.get calls A.start",
                        "A.start calls A.run, on a virtual thread"));
  }
}
