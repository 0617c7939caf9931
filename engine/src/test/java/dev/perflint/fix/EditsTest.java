package dev.perflint.fix;

import static dev.perflint.match.Patterns.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.match.Match;
import dev.perflint.model.Finding;
import dev.perflint.model.Fix;
import dev.perflint.model.Region;
import dev.perflint.model.TextEdit;
import dev.perflint.rule.Rule;
import dev.perflint.source.JavaParsing;
import dev.perflint.source.SourceFile;
import dev.perflint.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EditsTest {
  private static TextEdit edit(int start, int end, String text) {
    return new TextEdit(start, end, new Region(1, start + 1, 1, end + 1), text);
  }

  @Test
  void editsReplaceInsertAndDelete() {
    assertThat(
            Edits.apply(
                "abcdef", List.of(List.of(edit(4, 6, "XY"), edit(0, 1, ""), edit(2, 2, "-")))))
        .isEqualTo("b-cdXY");
    assertThat(Edits.apply("abc", List.of())).isEqualTo("abc");
  }

  @Test
  void aFixThatOverlapsAnEarlierOneIsLeftOutWhole() {
    List<TextEdit> first = List.of(edit(1, 3, "X"));
    List<TextEdit> overlapping = List.of(edit(2, 4, "Y"), edit(5, 5, "!"));
    List<TextEdit> inside = List.of(edit(2, 2, "Z"));
    List<TextEdit> beside = List.of(edit(3, 4, "D"), edit(1, 1, "+"));
    assertThat(Edits.apply("abcde", List.of(first, overlapping))).isEqualTo("aXde");
    assertThat(Edits.apply("abcde", List.of(first, inside))).isEqualTo("aXde");
    assertThat(Edits.apply("abcde", List.of(first, beside))).isEqualTo("a+XDe");
  }

  @Test
  void whatTwoFixesNeedAlikeIsMadeOnce() {
    List<TextEdit> one = List.of(edit(0, 0, "import x;\n"), edit(2, 3, "1"));
    List<TextEdit> two = List.of(edit(0, 0, "import x;\n"), edit(4, 5, "2"));
    assertThat(Edits.apply("abcdef", List.of(one, two))).isEqualTo("import x;\nab1d2f");
  }

  @Test
  void acceptedEditsDoWhatEachOfThemSays() {
    long seed = 20261125;
    System.out.println("EditsTest: seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      String text = "0123456789abcdefghij";
      List<List<TextEdit>> fixes = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        int start = random.nextInt(text.length());
        int end = Math.min(text.length(), start + random.nextInt(4));
        fixes.add(List.of(edit(start, end, "<" + i + ">")));
      }
      String result = Edits.apply(text, fixes);
      // What no accepted fix has replaced is there, once and in order.
      String kept = result.replaceAll("<[0-9]>", "");
      boolean[] gone = new boolean[text.length()];
      for (int i = 0; i < fixes.size(); i++) {
        TextEdit only = fixes.get(i).get(0);
        if (result.contains("<" + i + ">")) {
          for (int at = only.start(); at < only.end(); at++) {
            assertThat(gone[at]).as("seed %d round %d: %s", seed, round, fixes).isFalse();
            gone[at] = true;
          }
        }
      }
      StringBuilder expected = new StringBuilder();
      for (int at = 0; at < text.length(); at++) {
        expected.append(gone[at] ? "" : text.charAt(at));
      }
      assertThat(kept)
          .as("seed %d round %d: %s", seed, round, fixes)
          .isEqualTo(expected.toString());
      assertThat(result).contains("<0>");
    }
  }

  /** Puts a constant in the place of every literal receiver of {@code trim}. */
  private static final Rule HOISTING =
      SampleRule.flagging(call("java.lang.String#trim()")).fix("hoist", EditsTest::hoist).build();

  private static Optional<Fix> hoist(Match match) {
    MethodCallExpr trim = (MethodCallExpr) match.node();
    String text = match.file().unit().text(trim.getScope().orElseThrow());
    return ConstantHoist.into(match, "java.util.regex.Pattern")
        .map(
            hoist -> {
              String initializer = hoist.typeName() + ".compile(" + text + ")";
              String name = hoist.name("linePattern", initializer);
              TextEdit use =
                  Edits.replace(
                      match.file().unit(),
                      match.file().unit().start(trim.getScope().orElseThrow()),
                      match.file().unit().end(trim.getScope().orElseThrow()),
                      name);
              return hoist.fix("hoist", name, initializer, List.of(use));
            });
  }

  private static String fixed(String text) {
    List<List<TextEdit>> fixes =
        Sources.of(text).with(HOISTING).findings().stream()
            .map(Finding::fix)
            .flatMap(Optional::stream)
            .map(Fix::edits)
            .toList();
    String result = Edits.apply(text, fixes);
    SourceFile file = new SourceFile(Path.of("A.java"), "A.java", false);
    assertThat(JavaParsing.parse(SourceText.of(file, result, StandardCharsets.UTF_8, 0)).notices())
        .as(result)
        .isEmpty();
    return result;
  }

  @Test
  void aConstantIsDeclaredOnceInTheOutermostClassAndImported() {
    assertThat(
            fixed(
                """
                package shop;

                import java.util.List;

                class A {
                    int LINE_PATTERN;
                    void f() { "a".trim(); "b".trim(); "a".trim(); }
                    class Inner { void g() { "b".trim(); } }
                }
                """))
        .isEqualTo(
            """
            package shop;

            import java.util.List;
            import java.util.regex.Pattern;

            class A {
                private static final Pattern LINE_PATTERN_2 = Pattern.compile("a");

                private static final Pattern LINE_PATTERN_3 = Pattern.compile("b");

                int LINE_PATTERN;
                void f() { LINE_PATTERN_2.trim(); LINE_PATTERN_3.trim(); LINE_PATTERN_2.trim(); }
                class Inner { void g() { LINE_PATTERN_3.trim(); } }
            }
            """);
  }

  @Test
  void anotherTypeOfThatNameIsNotImportedOver() {
    assertThat(
            fixed("package shop;\nimport other.Pattern;\nclass A { void f() { \"a\".trim(); } }"))
        .contains("private static final java.util.regex.Pattern LINE_PATTERN")
        .doesNotContain("import java.util.regex.Pattern;");
  }

  @Test
  void interfacesAndEnumsGetNoConstant() {
    String text = "package shop;\ninterface A { default void f() { \"a\".trim(); } }";
    assertThat(fixed(text)).isEqualTo(text);
    String constants = "package shop;\nenum A { X; void f() { \"a\".trim(); } }";
    assertThat(fixed(constants)).isEqualTo(constants);
  }

  @Test
  void genericsAndRecordsKeepTheirHeads() {
    assertThat(
            fixed(
                "package shop;\nrecord A<T extends B>(int x, T[] y) implements C<T> { void f() { \"a\".trim(); } }"))
        .contains("implements C<T> {\n  private static final Pattern LINE_PATTERN")
        .contains("package shop;\n\nimport java.util.regex.Pattern;\n");
  }
}
