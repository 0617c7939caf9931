package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.Sources;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValueUsesTest {
  /** What happens to the first array or {@code Reel} that is made in the body of a class. */
  private static List<String> uses(String body, boolean throughFields) {
    FileContext file = Sources.of("package shop;\nclass A {\n" + body + "\n}").file();
    Expression made =
        Stream.concat(
                file.unit().sites().of(ArrayCreationExpr.class).stream(),
                file.unit().sites().of(ObjectCreationExpr.class).stream()
                    .filter(s -> s.as(ObjectCreationExpr.class).getTypeAsString().equals("Reel")))
            .map(site -> (Expression) site.node())
            .findFirst()
            .orElseThrow();
    ValueUses.Way way =
        new ValueUses.Way(
            site -> List.of("view", "Wrapper").contains(name(site.node().toString())),
            other -> other.isArrayCreationExpr(),
            throughFields);
    return ValueUses.of(file, made, way).stream()
        .map(
            use -> use.kind() + " " + use.node() + (use.via().isEmpty() ? "" : " via " + use.via()))
        .toList();
  }

  private static String name(String call) {
    String before = call.substring(0, call.indexOf('('));
    return before.substring(Math.max(before.lastIndexOf('.'), before.lastIndexOf(' ')) + 1);
  }

  private static List<String> uses(String body) {
    return uses(body, false);
  }

  @Test
  void receiversArgumentsAndElementsAreTold() {
    assertThat(uses("void f() { byte[] b = new byte[9]; in.read(b); b[0] = 1; b.clone(); }"))
        .containsExactly("ARGUMENT in.read(b)", "ELEMENT b[0]", "RECEIVER b.clone()");
    assertThat(uses("int f() { Object b = new byte[9]; return b == null ? 1 : b.length; }"))
        .containsExactly("ELEMENT b.length");
  }

  @Test
  void whatLeavesTheMethodEscapes() {
    assertThat(uses("byte[] f() { return new byte[9]; }"))
        .containsExactly("ESCAPES return new byte[9];");
    assertThat(uses("byte[] last; void f() { last = new byte[9]; }"))
        .containsExactly("ESCAPES last");
    assertThat(uses("void f(byte[] o) { byte[] b = o; b = new byte[9]; }"))
        .containsExactly("ESCAPES b = new byte[9]");
    assertThat(uses("void f() { run(() -> new byte[9]); }"))
        .containsExactly("ESCAPES new byte[9];");
    assertThat(uses("void f(byte[][] all) { all[0] = new byte[9]; }"))
        .containsExactly("ESCAPES all[0] = new byte[9]");
    assertThat(uses("void f() { Object o = new Object[] { new byte[9] }[0]; }"))
        .containsExactly("ELEMENT new Object[] { new byte[9] }[0]");
  }

  @Test
  void aVariableThatMayHoldSomethingElseIsNotFollowed() {
    assertThat(uses("void f(byte[] x) { byte[] b = new byte[9]; if (y) b = x; in.read(b); }"))
        .containsExactly("ESCAPES b = new byte[9]");
    assertThat(uses("void f() { byte[] b = null; b = new byte[9]; in.read(b); b = new byte[8]; }"))
        .containsExactly("ARGUMENT in.read(b)");
  }

  @Test
  void anotherVariableOfTheSameNameIsNotMeant() {
    assertThat(
            uses(
                """
                void f() {
                  { byte[] b = new byte[9]; one(b); }
                  { byte[] b = other(); two(b); }
                  new Object() { byte[] b; void g() { three(b); } };
                }
                """))
        .containsExactly("ARGUMENT one(b)");
  }

  @Test
  void privateMethodsAreFollowedInAndOut() {
    assertThat(
            uses(
                """
                void f() { use(make()); }
                private Reel make() { return new Reel(); }
                private void use(Reel r) { deeper(1, r); r.turn(); }
                private void deeper(int n, Reel r) { r.stop(n); }
                """))
        .containsExactly(
            "RETURNED return new Reel();",
            "RECEIVER r.stop(n) via [use(make()), deeper(1, r)]",
            "RECEIVER r.turn() via [use(make())]");
    assertThat(uses("void f() { use(new Reel()); } void use(Reel r) { r.turn(); }"))
        .containsExactly("ARGUMENT use(new Reel())");
  }

  @Test
  void aTryStatementClosesItsResources() {
    assertThat(uses("void f() { try (Reel r = new Reel()) { r.turn(); } }"))
        .containsExactly(
            "CLOSED try (Reel r = new Reel()) {\n    r.turn();\n}", "RECEIVER r.turn()");
    assertThat(uses("void f() { Reel r = new Reel(); try (r) { } }"))
        .containsExactly("CLOSED try (r) {\n}");
  }

  @Test
  void viewsAndWrappersStandForTheValue() {
    assertThat(uses("Object f() { Reel r = new Reel(); r.turn(); return r.view().view(); }"))
        .containsExactly(
            "RECEIVER r.turn()",
            "ESCAPES return r.view().view();",
            "RECEIVER r.view().view()",
            "RECEIVER r.view()");
    assertThat(uses("void f() { var w = new Wrapper(new Reel()); w.turn(); new Other(w); }"))
        .containsExactly("RECEIVER w.turn()", "ARGUMENT new Other(w)");
  }

  @Test
  void privateFieldsAreFollowedWhereThatIsAskedFor() {
    String body =
        """
        private final Reel r;
        Reel open = new Other();
        A(int r) { this.r = new Reel(); r(r); }
        void f() { r.turn(); }
        void g(A other) { other.r.stop(); }
        void h(Reel r) { r.jump(); }
        """;
    assertThat(uses(body, true)).containsExactly("RECEIVER r.turn()", "RECEIVER other.r.stop()");
    assertThat(uses(body, false)).containsExactly("ESCAPES r");
    assertThat(uses("Reel r = new Reel(); void f() { r.turn(); }", true))
        .containsExactly("ESCAPES r = new Reel()");
  }
}
