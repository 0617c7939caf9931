package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.Sources;
import dev.perflint.knowledge.EntryKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects with a method that many types have are run by whoever is given them. */
class HandedOverCommandsTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      entry-points:
        - {kind: request, annotation: shop.api.Get, label: "GET {value}"}
      """;

  /** With so many siblings of {@code Pay}, and what a page does. */
  private static Merged merged(int siblings, String page) {
    List<String> texts = new ArrayList<>();
    texts.add("package shop; interface Command { void run(); void await(); }");
    texts.add(
        "package shop; abstract class Base implements Command {"
            + " public void run() { work(); } abstract void work();"
            + " public void await() { waiting(); } void waiting() {} }");
    texts.add(
        "package shop; class Pay extends Base { void work() { charge(); } void charge() {} }");
    texts.add("package shop; class Ship extends Base { void work() { send(); } void send() {} }");
    for (int i = 0; i < siblings; i++) {
      texts.add(
          ("package shop; class Other%1$d implements Command { public void run() { other(); }"
                  + " void other() {} public void await() {} }")
              .formatted(i));
    }
    texts.add("package shop; class Engine { void submit(Command command) { command.run(); } }");
    texts.add("package shop; import shop.api.*; class Page { Engine engine; " + page + " }");
    return Merged.of(Sources.of(texts.toArray(String[]::new)).knowing(KNOWLEDGE));
  }

  @Test
  void whoeverMakesACommandAndHandsItOverRunsIt() {
    Merged merged = merged(9, "@Get(\"/pay\") void pay() { engine.submit(new Pay()); }");
    assertThat(merged.heat("Pay.charge").label()).isEqualTo("GET /pay");
    assertThat(merged.heat("Pay.charge").likely()).isTrue();
    assertThat(merged.heat("Ship.send").kind()).as("a sibling").isEqualTo(EntryKind.UNKNOWN);
    assertThat(merged.heat("Other0.other").kind()).isEqualTo(EntryKind.UNKNOWN);
    assertThat(merged.heat("Base.waiting").kind())
        .as("nobody is seen to call that")
        .isEqualTo(EntryKind.UNKNOWN);
  }

  @Test
  void alsoByWayOfAVariable() {
    String page = "@Get(\"/pay\") void pay() { Pay pay = new Pay(); %s }";
    assertThat(merged(9, page.formatted("engine.submit(pay);")).heat("Pay.charge").label())
        .isEqualTo("GET /pay");
    assertThat(merged(9, page.formatted("pay.hashCode();")).heat("Pay.charge").kind())
        .as("nobody is given it")
        .isEqualTo(EntryKind.UNKNOWN);
  }

  @Test
  void ofFewSiblingsTheCallTellsAll() {
    Merged merged = merged(2, "@Get(\"/pay\") void pay() { engine.submit(new Pay()); }");
    assertThat(merged.heat("Other0.other").label()).isEqualTo("GET /pay");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (Command one : all) one.run();",
        "all.forEach(one -> one.run());",
        "all.stream().filter(x -> ready).sorted().forEach(one -> { one.run(); });",
        "start(all);",
      })
  void aFieldOfManyHasThemAll(String body) {
    String page =
        "List<Command> all; @Get(\"/all\") void all() { %s }"
            + " private void start(List<Command> some) { some.forEach(one -> one.run()); }";
    Merged merged = merged(9, page.formatted(body).replace("List", "java.util.List"));
    assertThat(merged.heat("Pay.charge").label()).isEqualTo("GET /all");
    assertThat(merged.heat("Other8.other").label()).isEqualTo("GET /all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chosen.run();",
        "all.stream().map(x -> chosen).forEach(one -> one.run());",
        "all.stream().findFirst().ifPresent(one -> one.run());",
        "for (Command one : given) one.run();",
      })
  void notWhatIsOneOfThem(String body) {
    String page =
        "List<Command> all; Command chosen; @Get(\"/all\") void all(List<Command> given) { %s }";
    Merged merged = merged(9, page.formatted(body).replace("List", "java.util.List"));
    assertThat(merged.heat("Pay.charge").kind()).isEqualTo(EntryKind.UNKNOWN);
  }

  @Test
  void aTaskIsRunByAThreadOfWhoeverIsGivenIt() {
    String page =
        """
        package shop;
        class Page {
          java.util.concurrent.ExecutorService pool;
          @shop.api.Get("/pay") void pay() { pool.submit(new Pay()); new Now().run(); new Idle(); }
          @shop.api.Get("/sum") void sum() { Sum sum = new Sum(); pool.submit(sum); }
        }
        """;
    Merged merged =
        Merged.of(
            Sources.of(
                    page,
                    "package shop; class Pay extends Job { void work() { charge(); } void charge() {} }",
                    "package shop; class Job implements Runnable {"
                        + " public void run() { work(); } void work() {} }",
                    "package shop; import java.util.concurrent.Callable; class Sum"
                        + " implements Callable<String> { public String call() { add(); return null; }"
                        + " void add() {} void other() {} }",
                    "package shop; class Now implements Runnable { public void run() {} }",
                    "package shop; class Idle implements Runnable { public void run() { nap(); }"
                        + " void nap() {} }")
                .knowing(KNOWLEDGE));
    assertThat(merged.heat("Pay.charge").label()).isEqualTo("GET /pay");
    assertThat(merged.heat("Pay.charge").later()).isTrue();
    assertThat(merged.heat("Sum.add").label()).isEqualTo("GET /sum");
    assertThat(merged.heat("Now.run").later()).as("called where it is made").isFalse();
    assertThat(merged.heat("Idle.nap").kind()).as("given to nobody").isEqualTo(EntryKind.UNKNOWN);
    assertThat(merged.heat("Sum.other").kind()).isEqualTo(EntryKind.UNKNOWN);
  }
}
