package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlingTest {
  private static Handling handling(String members) {
    FileContext file =
        Sources.of(
                "package shop; import java.net.Socket; import java.util.*; class A { "
                    + members
                    + " }")
            .file();
    ObjectCreationExpr made =
        file.unit()
            .tree()
            .findFirst(ObjectCreationExpr.class, o -> o.getType().asString().equals("Socket"))
            .orElseThrow();
    return HandlingReader.of(made, file);
  }

  private static List<String> names(String members) {
    return handling(members).on().stream()
        .map(call -> ((MethodCallExpr) call).getNameAsString())
        .toList();
  }

  @Test
  void callsAreFoundThroughLocalsFieldsCastsAndPrivateMethods() {
    assertThat(names("void f() { Socket s = new Socket(); s.close(); }")).containsExactly("close");
    assertThat(names("Socket s; A() { s = new Socket(); } void f() { this.s.shutdownInput(); }"))
        .containsExactly("shutdownInput");
    assertThat(names("void f() { ((AutoCloseable) new Socket()).close(); }"))
        .containsExactly("close");
    assertThat(
            names(
                "void f() { Socket s = g(); h(s); } private Socket g() { return new Socket(); }"
                    + " private void h(Socket it) { it.close(); } void i(Socket it) { it.bind(null); }"))
        .containsExactly("close");
  }

  @Test
  void whatIsChainedToACallBelongsToIt() {
    assertThat(names("void f() { new Socket().getChannel().close(); }"))
        .containsExactly("getChannel", "close");
  }

  @Test
  void itLeavesWhereOthersCanTakeIt() {
    for (String members :
        List.of(
            "Socket f() { return new Socket(); }",
            "Socket s = new Socket();",
            "void f(List<Socket> all) { all.add(new Socket()); }",
            "void f() { new Warehouse(new Socket()); }",
            "A(Socket s) {} A() { this(new Socket()); }")) {
      assertThat(handling(members).leaves()).as(members).isTrue();
    }
    for (String members :
        List.of(
            "private Socket s = new Socket();",
            "void f() { g(new Socket()); } private void g(Socket s) {}",
            "void f() { Socket s = new Socket(); if (s != null) { s.close(); } }")) {
      Handling handling = handling(members);
      assertThat(handling.leaves() || handling.lost()).as(members).isFalse();
    }
  }

  @Test
  void itIsLostToMethodsOfWhichNothingIsKnown() {
    assertThat(handling("void f(Tuning t) { t.tune(new Socket()); }").lost()).isTrue();
    assertThat(handling("void f() { tune(new Socket()); } void tune(Socket s) {}").lost()).isTrue();
    assertThat(handling("Socket[] all = {new Socket()};").lost()).isTrue();
  }

  @Test
  void nodesThatReadAlikeAreToldApart() {
    FileContext file =
        Sources.of(
                "import java.net.Socket; class A { void f() { Socket a = new Socket(); a.close(); }"
                    + " void g() { Socket a = new Socket(); a.bind(null); } }")
            .file();
    List<ObjectCreationExpr> made = file.unit().tree().findAll(ObjectCreationExpr.class);
    assertThat(made).hasSize(2);
    assertThat(file.<String>once("x", made.get(0), () -> "first")).isEqualTo("first");
    assertThat(file.<String>once("x", made.get(1), () -> "second")).isEqualTo("second");
    assertThat(file.<String>once("x", made.get(0), () -> "again")).isEqualTo("first");
  }
}
