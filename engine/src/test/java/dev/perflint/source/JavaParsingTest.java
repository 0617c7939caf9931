package dev.perflint.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.perflint.model.Notice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaParsingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "record Point(int x, int y) {}",
        "sealed interface Shape permits Circle {} final class Circle implements Shape {}",
        "class A { int f(Object o) { return switch (o) { case String s when s.isEmpty() -> 0;"
            + " case Point(int x, var y) -> x; default -> { yield 1; } }; } }",
        "class A { void f() { try { g(); } catch (Exception _) { } } }",
        "class A { A() { check(); super(); } }",
        "import module java.base;\nclass A {}",
        "void main() { System.out.println(1); }",
        "module a.b { requires c; }",
        "@Deprecated package a.b;",
        "class A { String s = \"\"\"\n  text \\s block\n  \"\"\"; }",
        "/// markdown\nclass A {}",
        "class A { int enumeration, record, yield; }",
        "",
        "// only a comment",
      })
  void everyReleaseOfJavaParses(String text) {
    ParsedSource parsed = parse(text);

    assertThat(parsed.notices()).isEmpty();
    assertThat(parsed.unit()).isPresent();
    assertThat(parsed.escapesDecoded()).isFalse();
  }

  @Test
  void commentsComeInOrder() {
    ParsedSource parsed = parse("/* a */ class A { // b\n /** c */ int x; }\n// d\n");

    assertThat(parsed.comments())
        .extracting(c -> c.getContent().strip())
        .containsExactly("a", "b", "c", "d");
    assertThat(parsed.unit().orElseThrow().getAllContainedComments()).isEmpty();
  }

  @Test
  void escapesInsideTokensNeedNoSecondParse() {
    ParsedSource parsed = parse("class A { String s = \"\\u0041\"; int \\u0062; }");

    assertThat(parsed.escapesDecoded()).isFalse();
    assertThat(parsed.notices()).isEmpty();
  }

  @Test
  void escapesThatAreTokensAreDecodedAndPositionsStayThoseOfTheText() {
    String text =
        "class A \\u007b String s = \"x\"; int b;\n int \\u0063; \\u000a int d; \\u007d\n class B { int e; }";

    ParsedSource parsed = parse(text);

    assertThat(parsed.notices()).isEmpty();
    assertThat(parsed.escapesDecoded()).isTrue();
    CompilationUnit unit = parsed.unit().orElseThrow();
    LineMap lines = LineMap.of(text);
    for (String name : List.of("b", "d", "e")) {
      FieldDeclaration field =
          unit.findFirst(
                  FieldDeclaration.class, f -> f.getVariable(0).getNameAsString().equals(name))
              .orElseThrow();
      int start = lines.offset(field.getBegin().orElseThrow());
      assertThat(text.substring(start)).startsWith("int " + name);
    }
    StringLiteralExpr literal = unit.findFirst(StringLiteralExpr.class).orElseThrow();
    assertThat(lines.endOffset(literal.getRange().orElseThrow()))
        .isEqualTo(text.indexOf("; int b"));
  }

  @Test
  void anEscapeThatIsNoneIsANotice() {
    ParsedSource parsed = parse("class A {\n  String s = \"\\u00zz\"; }");

    assertThat(parsed.unit()).isEmpty();
    assertThat(parsed.notices())
        .extracting(Notice::kind, Notice::line)
        .containsExactly(tuple(Notice.Kind.UNPARSABLE, 2));
  }

  @Test
  void messagesNameTheTokenAndNothingElse() {
    String literal = "\"" + "x".repeat(500) + "\u202E\"";

    Notice notice =
        parse("class A { void f() { int x = 1 +\n  " + literal + " y; } }").notices().get(0);

    assertThat(notice.line()).isEqualTo(2);
    assertThat(notice.message()).isEqualTo("unexpected 'y'");
    Notice shortened = parse("class A { void f() { x y z " + literal + "; } }").notices().get(0);
    assertThat(shortened.message()).hasSizeLessThan(80);
  }

  @Test
  void aTextWithoutAnyTypeLeftIsUnparsable() {
    ParsedSource parsed = parse("This is a README, not Java.\nReally.\n");

    assertThat(parsed.unit()).isEmpty();
    assertThat(parsed.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.UNPARSABLE);
  }

  @Test
  void aConflictMarkerInACommentOrStringIsNoConflict() {
    assertThat(parse("/*\n<<<<<<< HEAD\n*/\nclass A {}").notices()).isEmpty();
  }

  @Test
  void theParserIsFineAfterABadFile() {
    parse("class A { String s = \"never closed");
    parse("class A { void f() { x = ; }");

    assertThat(parse("class A { int a; }").notices()).isEmpty();
  }

  private static ParsedSource parse(String text) {
    SourceFile file = new SourceFile(Path.of("A.java"), "A.java", false);
    return JavaParsing.parse(SourceText.of(file, text, StandardCharsets.UTF_8, 0));
  }
}
