package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who listens to what is published. */
class EventsTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      members:
        - {role: publishes-event, calls: "lib.Publisher#publish(*)"}
      types:
        - {role: hears-event, names: [lib.Listener]}
      annotations:
        - {role: hears-event, names: [lib.On]}
        - {role: hears-at-commit, names: [lib.AtCommit]}
        - {role: runs-later, names: [lib.Async]}
      entry-points:
        - {kind: request, annotation: lib.Get}
      """;

  private static Merged merged(String... members) {
    return Merged.of(
        Sources.of(
                "package shop;\nclass A { lib.Publisher bus;\n"
                    + String.join("\n", members)
                    + "\n}\nclass Paid {}\nclass Sent extends Paid {}")
            .knowing(KNOWLEDGE));
  }

  private static List<String> calls(String... members) {
    return merged(members).calls().stream().filter(call -> call.startsWith("A.f ")).toList();
  }

  @Test
  void whoListensToExactlyThisTypeIsCalled() {
    assertThat(
            calls(
                "void f(Paid event) { bus.publish(event); }",
                "@lib.On void paid(Paid event) {}",
                "@lib.On void sent(Sent event) {}",
                "@lib.On void any(Object event) {}",
                "void silent(Paid event) {}"))
        .containsExactly("A.f -> A.paid");
  }

  @Test
  void eachOfSeveralListenersRuns() {
    assertThat(
            calls(
                "void f(Paid event) { bus.publish(event); }",
                "@lib.On void one(Paid event) {}",
                "@lib.AtCommit void other(Paid event) {}",
                "static class L implements lib.Listener<Paid> { public void"
                    + " onApplicationEvent(Paid event) {} }"))
        .containsExactly("A.f -> A.L.onApplicationEvent", "A.f -> A.one", "A.f -> A.other");
  }

  @Test
  void aConditionMayKeepItSilent() {
    assertThat(
            calls(
                "void f(Paid event) { bus.publish(event); }",
                "@lib.On(condition = \"x\") void rare(Paid event) {}"))
        .isEmpty();
  }

  @Test
  void whatRunsAtTheCommitRunsLater() {
    Merged merged =
        merged(
            "@lib.Get void f() { bus.publish(new Paid()); }",
            "@lib.On void now(Paid event) {}",
            "@lib.AtCommit void then(Paid event) {}",
            "@lib.AtCommit(phase = Phase.BEFORE_COMMIT) void within(Paid event) {}");
    assertThat(merged.heat("A.now").later()).isFalse();
    assertThat(merged.heat("A.within").later()).isFalse();
    assertThat(merged.heat("A.then").later()).isTrue();
  }
}
