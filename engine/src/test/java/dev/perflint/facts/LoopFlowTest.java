package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.Sources;
import dev.perflint.source.Site;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Each source has one call of {@code probe}; its argument is asked about, in the innermost loop.
 */
class LoopFlowTest {
  @Test
  void aVariableOfThePassIsDeclaredInside() {
    assertThat(Probe.in("for (String s : list) { probe(s); }").declares()).isTrue();
    assertThat(Probe.in("for (String s : list) { String t = s; probe(t); }").declares()).isTrue();
    assertThat(Probe.in("list.forEach(s -> probe(s));").declares()).isTrue();
    assertThat(Probe.in("String t = given; for (String s : list) { probe(t); }").declares())
        .isFalse();
    assertThat(Probe.in("for (int i = 0; i < 9; i++) { probe(i); }").declares()).isFalse();
    assertThat(Probe.in("for (String s : list) { probe(field); }").declares()).isFalse();
  }

  @Test
  void assignmentsWriteAndCompoundOnesReadAsWell() {
    assertThat(
            Probe.in("int n = 0; for (String s : list) { n = 1; n += 2; n++; probe(n); }").uses())
        .containsExactly("w", "rw", "rw", "r");
    assertThat(Probe.in("int n = 0; while (n < 3) { probe(n); --n; int m = -n; }").uses())
        .containsExactly("r", "r", "rw", "r");
  }

  @Test
  void aFieldIsMeantWithAndWithoutThis() {
    assertThat(Probe.in("for (String s : list) { this.field = s; probe(field); }").uses())
        .containsExactly("w", "r");
  }

  @Test
  void onlyWhatIsRepeatedCounts() {
    assertThat(Probe.in("for (int i = 0; i < 9; i++) { probe(i); }").uses())
        .containsExactly("r", "r", "rw");
    assertThat(Probe.in("for (String s : g(given)) { probe(given); }").uses()).containsExactly("r");
    assertThat(Probe.in("given = given; do { probe(given); } while (it.hasNext());").uses())
        .containsExactly("r");
    assertThat(Probe.in("g(given).forEach(s -> probe(given));").uses()).containsExactly("r");
  }

  @Test
  void anExpressionVariesWithWhatThePassDeclaresWritesOrStepsThrough() {
    assertThat(Probe.in("for (String s : list) { probe(s.trim()); }").varies()).isTrue();
    assertThat(Probe.in("int n = 0; for (String s : list) { n++; probe(given + n); }").varies())
        .isTrue();
    assertThat(Probe.in("while (it.hasNext()) { probe(it.next()); }").varies()).isTrue();
    assertThat(Probe.in("while (it.hasNext()) { it.next(); probe(it); }").varies()).isTrue();
    assertThat(Probe.in("for (String s : list) { this.field = s; probe(this.field); }").varies())
        .isTrue();
    assertThat(Probe.in("for (String s : list) { probe(given.trim() + field); }").varies())
        .isFalse();
    assertThat(Probe.in("for (String s : list) { given.trim(); probe(given); }").varies())
        .isFalse();
  }

  @Test
  void methodsThatTheLoopCallsMayMentionAField() {
    String body = "for (String s : list) { probe(field); g(); }";
    assertThat(new Probe("void g() { field = null; }", body).callsMention()).isTrue();
    assertThat(new Probe("void g() { h(); } void h() { g(); p(this.field); }", body))
        .matches(Probe::callsMention);
    assertThat(new Probe("void g() { h(); } void h() { g(); }", body).callsMention()).isFalse();
    assertThat(new Probe("void h() { field = null; }", body).callsMention()).isFalse();
  }

  /**
   * A source with one call of {@code probe}: its argument is asked about, in the innermost loop.
   */
  private static final class Probe {
    private final FileContext file;
    private final Expression asked;
    private final Variable variable;
    private final LoopFlow flow;

    Probe(String members, String body) {
      file =
          Sources.of(
                  "package shop; import java.util.*; class A { String field = \"\"; "
                      + members
                      + " void f(List<String> list, String given, Iterator<String> it) { "
                      + body
                      + " } void probe(Object o) {} }")
              .file();
      Site probe = Sources.call("probe", file);
      asked = probe.as(MethodCallExpr.class).getArgument(0);
      variable =
          Variable.meantBy(asked, probe.scope())
              .orElse(new Variable(asked, "", Variable.Kind.LOCAL));
      Node around = probe.frame().node();
      Node loop = around instanceof LambdaExpr ? around.getParentNode().orElseThrow() : around;
      flow = LoopFlow.in(file, loop);
    }

    boolean declares() {
      return flow.declares(variable);
    }

    boolean varies() {
      return flow.varies(asked);
    }

    boolean callsMention() {
      return flow.callsMention(variable, file);
    }

    static Probe in(String body) {
      return new Probe("", body);
    }

    List<String> uses() {
      return flow.uses(variable).stream()
          .map(use -> (use.reads() ? "r" : "") + (use.writes() ? "w" : ""))
          .toList();
    }
  }
}
