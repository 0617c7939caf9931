package dev.perflint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectsTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      types:
        - {role: repository, names: [lib.Repository]}
      annotations:
        - {role: memoizes, names: [lib.Cached]}
      """;

  /** Calls of a method that queries, directly or through others. */
  private static final Rule QUERIES = SampleRule.ofCallsThat("query");

  private static final String FIELDS =
      "package shop; interface Fields extends lib.Repository { Object find(int id); }";

  private static final String ORDERS =
      """
      package shop;
      class Orders {
        private final Dao dao = null;
        Object show(int id) {
          return dao.load(id);
        }
      }
      """;

  private static List<Integer> linesOf(String load) {
    return Sources.of(
            ORDERS,
            "package shop; interface Dao extends lib.Repository { Fields fields(); " + load + " }",
            FIELDS)
        .knowing(KNOWLEDGE)
        .with(QUERIES)
        .findings()
        .stream()
        .filter(finding -> finding.location().path().endsWith("Orders.java"))
        .map(finding -> finding.location().region().startLine())
        .toList();
  }

  @Test
  void whatACacheAnswersRunsNoQuery() {
    String load = "default Object load(int id) { return row(id); } ";
    assertThat(linesOf(load + "Object row(int id);")).containsExactly(5);
    assertThat(linesOf(load + "@lib.Cached Object row(int id);")).isEmpty();
  }

  @Test
  void whatHandsOutARepositoryRunsNoQuery() {
    assertThat(linesOf("default Object load(int id) { return fields(); }")).isEmpty();
  }

  @Test
  void theQueryIsTheOneThatIsCalledOnIt() {
    assertThat(linesOf("default Object load(int id) { return fields().find(id); }"))
        .containsExactly(5);
    assertThat(
            linesOf(
                "default Object load(int id) { Fields f = fields();"
                    + " return id > 0 ? f.find(id) : null; }"))
        .containsExactly(5);
  }

  @Test
  void aReasonTellsOfTheReturnThatTheQueryStandsBehind() {
    String load = "Object row(int id); default Object load(int id) { %s return row(id); }";
    assertThat(reasonOf(load.formatted(""))).doesNotContain("early");
    assertThat(reasonOf(load.formatted("if (id > 9) { return null; }")))
        .endsWith(", past an early return");
  }

  @Test
  void aConstantMayKeepACallFromTheQuery() {
    String rows =
        "package shop; class Dao { Fields fields; Object load(int id) { return row(id, %s); }"
            + " Object row(int id, boolean all) { if (!all) { return null; } return fields.find(id); } }";
    assertThat(queriesOfOrders(rows.formatted("true"))).isEqualTo(1);
    assertThat(queriesOfOrders(rows.formatted("false"))).isZero();
  }

  private static long queriesOfOrders(String dao) {
    return Sources.of(ORDERS, dao, FIELDS).knowing(KNOWLEDGE).with(QUERIES).findings().stream()
        .filter(finding -> finding.location().path().endsWith("Orders.java"))
        .count();
  }

  private static String reasonOf(String load) {
    return Sources.of(ORDERS, "package shop; interface Dao extends lib.Repository { " + load + " }")
        .knowing(KNOWLEDGE)
        .with(QUERIES)
        .findings()
        .stream()
        .filter(finding -> finding.location().path().endsWith("Orders.java"))
        .map(finding -> finding.reason().lines().get(0))
        .findFirst()
        .orElseThrow();
  }
}
