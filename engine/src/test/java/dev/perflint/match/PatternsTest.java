package dev.perflint.match;

import static dev.perflint.match.Conditions.lambdaPassedTo;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;
import static dev.perflint.match.Patterns.on;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.rule.Rule;
import dev.perflint.types.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatternsTest {
  private static final String TEXT =
      """
      package shop;
      import java.util.Map;
      class A {
        Map<String, String> cache;
        void f(Sub sub, String text) {
          text.trim();
          "a".trim();
          sub.load();
          cache.computeIfAbsent("k", k -> k.trim());
          cache.computeIfAbsent("k", String::trim);
          cache.computeIfAbsent(text.trim(), k -> k);
        }
      }
      """;
  private static final String SUB =
      "package shop; class Sub implements Runnable { void load() {} }";
  private static final Condition RECEIVER_IS_LITERAL =
      that(
          "receiver is a literal",
          match ->
              match.node() instanceof MethodCallExpr call
                  && call.getScope().filter(s -> s.isStringLiteralExpr()).isPresent());
  private static final Condition MEMOIZED = lambdaPassedTo("memoizes");

  private static List<Integer> lines(Rule rule) {
    return Sources.of(TEXT, SUB)
        .knowing(
            """
            library: JDK
            members:
              - {role: memoizes, calls: "java.util.Map#computeIfAbsent(*)"}
            """)
        .with(rule)
        .lines();
  }

  @Test
  void clausesRestrictAndCanBeDropped() {
    Rule rule =
        SampleRule.flagging(call("java.lang.String#trim()").where(RECEIVER_IS_LITERAL.not()))
            .unless("memoized", MEMOIZED)
            .build();
    assertThat(lines(rule)).containsExactly(6, 11);
    assertThat(rule.clauses())
        .extracting(Clause::kind)
        .containsExactly(Clause.Kind.WHERE, Clause.Kind.UNLESS);
    assertThat(lines(rule.without(rule.clauses().get(0)))).containsExactly(6, 7, 11);
    assertThat(lines(rule.without(rule.clauses().get(1)))).containsExactly(6, 9, 10, 11);
    assertThat(rule.without(rule.clauses().get(0)).clauses()).hasSize(1);
  }

  @Test
  void aClauseThatIsWrittenTwiceIsDroppedTwice() {
    Rule rule =
        SampleRule.flagging(
                call("java.lang.String#trim()")
                    .where(RECEIVER_IS_LITERAL)
                    .where(RECEIVER_IS_LITERAL))
            .build();
    assertThat(lines(rule)).containsExactly(7);
    assertThat(rule.without(rule.clauses().get(0)).clauses()).isEmpty();
  }

  @Test
  void droppingAClauseReachesEveryAlternative() {
    Pattern literal = call("java.lang.String#trim()").where(RECEIVER_IS_LITERAL);
    Rule rule = SampleRule.flagging(anyOf(call("shop.Sub#load()"), literal)).build();
    assertThat(lines(rule)).containsExactly(7, 8);
    assertThat(lines(rule.without(rule.clauses().get(0)))).containsExactly(6, 7, 8, 9, 10, 11);
  }

  @Test
  void anAlternativeThatTurnsOutWrongDoesNotHideTheNext() {
    Rule rule =
        SampleRule.flagging(
                anyOf(
                    call("java.util.concurrent.Callable#load()"),
                    on(
                        MethodCallExpr.class,
                        (file, site) ->
                            Truth.of(
                                site.as(MethodCallExpr.class).getNameAsString().equals("load")))))
            .build();
    assertThat(lines(rule)).containsExactly(8);
  }

  @Test
  void twoAlternativesThatHoldGiveOneFinding() {
    Rule rule =
        SampleRule.flagging(anyOf(call("shop.Sub#load()"), call("java.lang.Runnable#load()")))
            .build();
    assertThat(lines(rule)).containsExactly(8);
  }

  @Test
  void conditionsComposeLikeCertainties() {
    Condition yes = new Condition("yes", match -> Truth.SURE);
    Condition no = new Condition("no", match -> Truth.NO);
    Condition unknown = new Condition("unknown", match -> Truth.UNKNOWN);
    Pattern trims = call("java.lang.String#trim()");
    assertThat(lines(SampleRule.flagging(trims.where(yes.and(no.not()))).build())).hasSize(5);
    assertThat(lines(SampleRule.flagging(trims.where(yes.or(unknown))).build())).hasSize(5);
    assertThat(lines(SampleRule.flagging(trims.where(unknown.not())).build())).isEmpty();
    assertThat(lines(SampleRule.flagging(trims).unless("unknown", unknown).build())).isEmpty();
    assertThat(yes.and(no.not()).or(unknown).text()).isEqualTo("yes and not no or unknown");
  }
}
