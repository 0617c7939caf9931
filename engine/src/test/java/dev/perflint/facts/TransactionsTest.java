package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.Sources;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  private static final String KNOWLEDGE =
      """
      library: test
      artifacts: ["jdk:17"]
      members:
        - role: iterates
          calls: ["java.lang.Iterable#forEach(Consumer)"]
        - role: transaction
          kind: function
          calls: ["lib.Template#execute(*)"]
        - role: transaction
          kind: begin
          calls: ["lib.Manager#begin()"]
        - role: transaction
          kind: end
          calls: ["lib.Manager#commit()"]
      annotations:
        - role: transaction
          names: [lib.Transactional]
      """;

  /** What is open at the call of {@code work()}; empty for nothing. */
  private static String open(String members) {
    FileContext file =
        Sources.of(
                """
                package shop;
                import java.util.List;
                import java.util.Optional;
                import lib.Manager;
                import lib.Propagation;
                import lib.Template;
                import lib.Transactional;
                class Stock {
                  Template template;
                  Manager manager;
                  Other other;
                  static void work() {}
                  %s
                }
                """
                    .formatted(members))
            .knowing(KNOWLEDGE)
            .file();
    return Transactions.of(file)
        .around(Sources.call("work", file))
        .map(Transactions.Transaction::text)
        .orElse("");
  }

  @Test
  void anAnnotatedMethodOpensOne() {
    assertThat(open("@Transactional public void f() { work(); }"))
        .isEqualTo("the transaction of `f`");
    assertThat(open("public void f() { work(); }")).isEmpty();
  }

  @Test
  void someKindsOpenNone() {
    assertThat(open("@Transactional(propagation = Propagation.SUPPORTS) void f() { work(); }"))
        .isEmpty();
    assertThat(open("@Transactional(Transactional.TxType.NEVER) void f() { work(); }")).isEmpty();
    assertThat(open("@Transactional(propagation = Propagation.REQUIRES_NEW) void f() { work(); }"))
        .isNotEmpty();
    assertThat(open("@Transactional(readOnly = true) void f() { work(); }")).isNotEmpty();
    assertThat(open("@Transactional(\"mongoManager\") void f() { work(); }")).isEmpty();
    assertThat(open("@Transactional(\"orders\") void f() { work(); }")).isNotEmpty();
  }

  @Test
  void nobodyInterceptsAPrivateStaticOrFinalMethod() {
    assertThat(open("@Transactional private void f() { work(); }")).isEmpty();
    assertThat(open("@Transactional static void f() { work(); }")).isEmpty();
    assertThat(open("@Transactional public final void f() { work(); }")).isEmpty();
  }

  @Test
  void aCallFromTheSameObjectPassesTheProxyBy() {
    String callee = "@Transactional public void f() { work(); }";
    assertThat(open(callee + "void g() { f(); }")).isEmpty();
    assertThat(open(callee + "void g() { this.f(); }")).isEmpty();
    assertThat(open(callee + "void g() { other.f(); }")).isNotEmpty();
    assertThat(open(callee + "@Transactional public void g() { f(); }")).isNotEmpty();
  }

  @Test
  void aFunctionRunsInOne() {
    assertThat(open("void f() { template.execute(s -> work()); }"))
        .isEqualTo("the transaction of `execute`");
    assertThat(open("void f() { other.execute(s -> work()); }")).isEmpty();
    assertThat(open("void f() { template.execute(s -> 1); work(); }")).isEmpty();
  }

  @Test
  void aFunctionThatRunsElsewhereLeavesIt() {
    assertThat(open("@Transactional public void f() { other.later(() -> work()); }")).isEmpty();
    assertThat(open("@Transactional public void f(List<String> all) { all.forEach(x -> work()); }"))
        .isNotEmpty();
    assertThat(open("@Transactional public void f(Optional<String> x) { x.map(y -> work()); }"))
        .isNotEmpty();
    assertThat(
            open(
                "@Transactional public void f() {"
                    + " other.later(new Runnable() { public void run() { work(); } }); }"))
        .isEmpty();
  }

  @Test
  void oneThatIsBegunByHandLastsUntilItsEnd() {
    assertThat(open("void f() { manager.begin(); work(); manager.commit(); }")).isNotEmpty();
    assertThat(open("void f() { manager.begin(); try { work(); } finally { manager.commit(); } }"))
        .isNotEmpty();
    assertThat(open("void f() { manager.begin(); manager.commit(); work(); }")).isEmpty();
    assertThat(open("void f() { work(); manager.begin(); manager.commit(); }")).isEmpty();
    assertThat(open("void f(boolean b) { if (b) { manager.begin(); } work(); }")).isEmpty();
  }

  @Test
  void aCallMayMeanATransactionalMethodOfTheSameClass() {
    String callee = "@Transactional public void work(int a, int b) {} ";
    String caller = "@Transactional public void f() { work(1, 2); }";
    assertThat(meansTransactional(callee + caller)).isTrue();
    assertThat(meansTransactional(callee + caller.replace("work", "other.work"))).isFalse();
    assertThat(meansTransactional(callee + "void work(int a) { other.work(a, 2); }")).isTrue();
    assertThat(meansTransactional("public void work(int a, int b) {} " + caller)).isFalse();
  }

  private static boolean meansTransactional(String members) {
    FileContext file =
        Sources.of(
                "package shop; import lib.Transactional; class Stock { Other other; %s }"
                    .formatted(members))
            .knowing(KNOWLEDGE)
            .file();
    return Transactions.of(file)
        .isOfTransactional((MethodCallExpr) Sources.call("work", file).node());
  }
}
