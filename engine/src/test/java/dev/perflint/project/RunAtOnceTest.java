package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a function does is done by whoever hands it to a method that always runs it. */
class RunAtOnceTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      types:
        - {role: repository, names: [lib.Repository]}
      members:
        - {role: runs-at-once, calls: "lib.Library#inTransaction(*)"}
        - {role: transaction, kind: function, calls: "lib.Library#required(*)"}
        - {role: transaction, kind: begin, calls: "lib.Library#begin(*)"}
        - {role: runs-later, calls: "java.util.concurrent.Executor#execute(*)"}
      """;

  /** Calls of {@code load} that always query. */
  private static final Rule QUERIES = SampleRule.ofCallsThat("query");

  private static final String FIELDS =
      "package shop; interface Fields extends lib.Repository { Object find(int id); }";

  private static final String LOAD = "return around.%s(() -> fields.find(id));";

  private static boolean queries(String around, String load) {
    List<String> texts =
        List.of(
            "package shop; class Orders { Dao dao; Object show(int id) {\n return dao.load(id); } }",
            "package shop; class Dao { Fields fields; Around around; lib.Library library;"
                + " Object load(int id) { "
                + load
                + " } }",
            "package shop; import java.util.function.*; import java.util.concurrent.*;"
                + " class Around { Executor threads; lib.Library library; boolean on; Object kept; "
                + around
                + " }",
            "package shop; interface Task<T> { T perform(); }",
            FIELDS);
    return Sources.of(texts.toArray(String[]::new))
        .knowing(KNOWLEDGE)
        .with(QUERIES)
        .findings()
        .stream()
        .anyMatch(finding -> finding.location().path().endsWith("Orders.java"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<T> T run(Supplier<T> task) { return task.get(); }",
        "<T> T run(Task<T> task) { return task.perform(); }",
        "<T> T run(Callable<T> task) { try { return task.call(); } finally { kept = null; } }",
        "<T> T run(Supplier<T> task) { return twice(task); } <T> T twice(Supplier<T> t) { return t.get(); }",
        "<T> T run(Supplier<T> task) { return library.inTransaction(task); }",
        "<T> T run(Supplier<T> task) { return library.inTransaction(() -> task.get()); }",
      })
  void byAMethodOfTheProject(String around) {
    assertThat(queries(around, LOAD.formatted("run"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<T> T run(Supplier<T> task) { return on ? task.get() : null; }",
        "<T> T run(Supplier<T> task) { if (on) { return task.get(); } return null; }",
        "<T> T run(Supplier<T> task) { kept = task; return null; }",
        "<T> T run(Callable<T> task) { threads.execute(() -> task.call()); return null; }",
        "<T> T run(Supplier<T> task) { try { return null; } catch (Error e) { return task.get(); } }",
        "<T> T run(Supplier<T> t) { if (on) { twice(t); } return null; } <T> T twice(Supplier<T> t) { return t.get(); }",
        "",
      })
  void butNotWhereItMayNotRun(String around) {
    assertThat(queries(around, LOAD.formatted("run"))).isFalse();
  }

  @Test
  void byALibraryThatIsKnown() {
    assertThat(queries("", "return library.inTransaction(() -> fields.find(id));")).isTrue();
    assertThat(queries("", "return library.required(() -> fields.find(id));")).isTrue();
    assertThat(queries("", "return library.begin(() -> fields.find(id));")).isFalse();
    assertThat(queries("", "return library.other(() -> fields.find(id));")).isFalse();
  }

  @Test
  void whatAnotherThreadRunsIsNotWhatTheMethodDoes() {
    assertThat(queries("", "around.threads.execute(fields::find); return null;")).isFalse();
    assertThat(queries("", "around.threads.execute(() -> fields.find(id)); return null;"))
        .isFalse();
  }

  @Test
  void aBranchInItStaysOne() {
    String run = "<T> T run(Supplier<T> task) { return task.get(); }";
    assertThat(queries(run, "return around.run(() -> id > 0 ? fields.find(id) : null);")).isFalse();
  }
}
