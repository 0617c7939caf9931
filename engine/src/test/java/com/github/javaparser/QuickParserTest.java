package com.github.javaparser;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.comments.Comment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick parser against the ordinary one: the same trees, positions and comments. */
class QuickParserTest {
  private final QuickParser quick = new QuickParser();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A {}",
        "\n\n  class A {\r\n\tint x;\r  int y;\f}\n",
        "\r\nclass A {}\r\n",
        "\rclass A {}\r",
        " class A {}",
        "class A {} // the end",
        "class A {} /* the\n end */",
        "/**/ class A { /***/ int a; /** x */ int b; /*/ no */ int c; }",
        "/* one\r\ntwo\rthree\n*/ class A { int x; /* four */ }",
        "class A { java.util.Map<String, java.util.List<java.util.Set<String>>> m; }",
        "class A<T extends Comparable<? super T>> { T t; boolean b = 1 < 2 == 2 >= 1; }",
        "class A { int f(int x) { x >>= 1; x >>>= 2; x <<= 3; return x >> 1 >>> 2 << 3; } }",
        "class A { void f() { a &= b | c ^ d & ~e; f ^= !g || h && i; j |= k % l; m %= n; } }",
        "class A { void f() { i++; --j; k += l - m; n -= o * p; q *= r / s; t /= u; v = w ? x : y; } }",
        "class A { Runnable r = () -> {}; java.util.function.Supplier<A> s = A::new; }",
        "class A { void f(int... x) { int[] y = {1, 2}; y[0] = x[1]; } @Deprecated int z; }",
        "class A { long l = 1L + 0l + 0xFFL + 0b1L + 017L + 1_000L; }",
        "class A { int i = 0 + 1_0 + 0xCAFE_BABE + 0b1_0 + 0_7 + 00; }",
        "class A { double d = 1. + .5 + 1e3 + 1.5e-3 + 2E+4 + 1f + 1F + 0d + 09.5D + 1.f; }",
        "class A { char c = 'a', d = '\\n', e = '\\'', f = '\"', g = '\\\\', h = '\\0', i = '\\377'; }",
        "class A { String s = \"\" + \"a\\\"b\" + \"\\\\\" + \"\\t\\12x\\s\" + \"// no\" + \"/* no */\"; }",
        "class A { String s = \"ä ü ∑ 𝄞\"; /* ä */ int x; // ü\n int y; }",
        "class A { String s = \"\"\"\n  a \"b\" \\\"\"\" c\n  \"\"\"; int after; }",
        "class A { String s = \"\"\"  \r\n  a\r\n  \\\r\n  \\\\\"\"\"; int after; }",
        "sealed class A permits B {} non-sealed class B extends A { int non = 1, sealed; }",
        "record R(int record) { R { yield(); } int when() { return switch (record) { case 1 -> 2;"
            + " default -> { yield 3; } }; } }",
        "class A { void f() { try { g(); } catch (E _) { } } int _a, $b, a_1$; }",
        "module a.b { requires transitive c; exports d to e; opens f; uses g; provides h with i; }",
        "@interface A { int value() default 1; Class<?>[] types() default {}; }",
        "package a.b;\nimport static c.D.*;\nimport module java.base;\nvoid main() { }",
      })
  void itSeesWhatJavaParserSees(String text) {
    assertThat(quick.parse(text)).as("it is quick").isPresent();
    assertSame(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "class",
        "class A { int x = ; }",
        "class A { int ä; }",
        "class A { int \\u0062; }",
        "class A { String s = \"\\u0022\"; }",
        "class A { String s = \"open; }",
        "class A { String s = \"\\q\"; }",
        "class A { String s = \"\"\"open; }",
        "class A { String s = \"\"\"\n open",
        "class A { /* open",
        "class A { /**",
        "class A { char c = ''; }",
        "class A { char c = 'ab'; }",
        "class A { int i = 09; }",
        "class A { int i = 1__; }",
        "class A { double d = 0x1.8p1; }",
        "class A { double d = 1_0.5; }",
        "class A { int i = 1x; }",
        "/// markdown\nclass A {}",
        "class A {\u00a0}",
        "class A {} \u001a",
        "class A { int `b`; }",
        "class A { \0 }",
      })
  void itLeavesTheRestToJavaParser(String text) {
    assertThat(quick.parse(text)).isEmpty();
  }

  @Test
  void aTextAfterOneThatItLeftIsReadFromItsBeginning() {
    quick.parse("class A { /* open \n\n\n");

    assertSame("// first\nclass B {}");
  }

  @Test
  void manyNamesDoNotMixUp() {
    StringBuilder text = new StringBuilder("class A {\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("int name").append(i).append(";\n");
    }
    assertSame(text.append("}").toString());
    assertSame("class A { int name1, name19999; static final int abstracts = 1; }");
  }

  @Test
  void allSourcesOfThisModuleLookTheSame() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    assertThat(sources).hasSizeGreaterThan(300);
    int left = 0;
    for (Path source : sources) {
      String text = Files.readString(source);
      if (quick.parse(text).isPresent()) {
        assertSame(text);
      } else {
        left++;
      }
    }
    assertThat(left).as("left to JavaParser").isLessThan(sources.size() / 20);
  }

  private void assertSame(String text) {
    Optional<QuickParser.Parsed> parsed = quick.parse(text);
    ParseResult<CompilationUnit> expected = ordinary(text);

    assertThat(expected.isSuccessful()).as(text).isTrue();
    assertThat(parsed).as(text).isPresent();
    assertThat(parsed.get().unit()).isEqualTo(expected.getResult().orElseThrow());
    assertThat(positions(parsed.get().unit()))
        .isEqualTo(positions(expected.getResult().orElseThrow()));
    assertThat(comments(parsed.get().comments().getComments()))
        .isEqualTo(comments(expected.getCommentsCollection().orElseThrow().getComments()));
  }

  private static ParseResult<CompilationUnit> ordinary(String text) {
    ParserConfiguration plain =
        new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25)
            .setAttributeComments(false)
            .setTabSize(1);
    plain.getProcessors().clear();
    return new JavaParser(plain).parse(ParseStart.COMPILATION_UNIT, Providers.provider(text));
  }

  private static List<String> positions(CompilationUnit unit) {
    List<String> found = new ArrayList<>();
    unit.walk(node -> found.add(node.getClass().getSimpleName() + position(node)));
    return found;
  }

  private static String position(Node node) {
    return node.getTokenRange()
        .map(t -> " " + node.getRange().orElseThrow() + " " + t.getBegin() + " " + t.getEnd())
        .orElse("");
  }

  private static List<String> comments(Collection<Comment> comments) {
    return comments.stream()
        .map(c -> c.getClass().getSimpleName() + position(c) + c.getContent())
        .toList();
  }
}
