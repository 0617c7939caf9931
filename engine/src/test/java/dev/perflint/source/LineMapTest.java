package dev.perflint.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Range;
import dev.perflint.model.Region;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineMapTest {
  @Test
  void eachKindOfLineBreakEndsOneLine() {
    LineMap lines = LineMap.of("a\nb\r\nc\rd\r\r\ne");

    assertThat(lines.lineCount()).isEqualTo(6);
    assertThat(lines.start(2)).isEqualTo(2);
    assertThat(lines.start(3)).isEqualTo(5);
    assertThat(lines.start(4)).isEqualTo(7);
    assertThat(lines.start(5)).isEqualTo(9);
    assertThat(lines.start(6)).isEqualTo(11);
  }

  @Test
  void aLineBreakBelongsToTheLineItEnds() {
    LineMap lines = LineMap.of("a\r\nb");

    assertThat(lines.line(1)).isEqualTo(1);
    assertThat(lines.line(2)).isEqualTo(1);
    assertThat(lines.column(2)).isEqualTo(3);
    assertThat(lines.line(3)).isEqualTo(2);
  }

  @Test
  void theEndOfTheTextHasAPlace() {
    LineMap lines = LineMap.of("a\n");

    assertThat(lines.lineCount()).isEqualTo(1);
    assertThat(lines.line(2)).isEqualTo(2);
    assertThat(lines.column(2)).isEqualTo(1);
    assertThatThrownBy(() -> lines.line(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void anEmptyTextHasNoLineButAPlace() {
    assertThat(LineMap.of("").lineCount()).isZero();
    assertThat(LineMap.of("").line(0)).isEqualTo(1);
  }

  @Test
  void regionsEndBehindTheLastUnit() {
    LineMap lines = LineMap.of("int a;\nint b;\n");

    assertThat(lines.region(Range.range(1, 5, 1, 5))).isEqualTo(new Region(1, 5, 1, 6));
    assertThat(lines.region(4, 5)).isEqualTo(new Region(1, 5, 1, 6));
    assertThat(lines.endOffset(Range.range(2, 1, 2, 3))).isEqualTo(10);
  }

  @Test
  void everyTokenOfTheParserIsFoundAtItsOffset() {
    assertTokensMatch("class A {\r\n\tint b;\r\n\r\n int c;\n\r int d;\r}\r");
    assertTokensMatch(
        "class A {\f int b; // x\u2028 y\u0085z\n \f\tint c; /* a\r\nb\rc\nd */ int e; }");
    assertTokensMatch(
        "class A { String s = \"\\u0041\\n\"; int \\u0062; /* \\u000a */ int c;\n int d; }");
    assertTokensMatch(
        "class A { String s = \"\"\"\n  a\tb\n  \uD83D\uDE00\"\"\"; int \uD83D\uDE00x; }");
    assertTokensMatch("class \uD801\uDC00A {\n  // \uD83D\uDE00\n  int a; }\u001a");
  }

  @Test
  void everyTokenOfRandomTextsIsFoundAtItsOffset() {
    long seed = 20261123;
    Random random = new Random(seed);
    String[] pieces = {
      "\n",
      "\r\n",
      "\r",
      "\t",
      "\f",
      " ",
      "int a;",
      "/* x\ry\nz */",
      "// e\u2028\n",
      "int \\u0061b;"
    };
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder("class A {");
      for (int j = 0; j < 30; j++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      assertTokensMatch(text.append('}').toString());
    }
    System.out.println("LineMapTest: seed " + seed);
  }

  private static void assertTokensMatch(String text) {
    SourceText source =
        SourceText.of(
            new SourceFile(Path.of("A.java"), "A.java", false), text, StandardCharsets.UTF_8, 0);
    ParsedSource parsed = JavaParsing.parse(source);
    assertThat(parsed.notices()).as(text).isEmpty();
    LineMap lines = source.lines();
    int at = 0;
    for (JavaToken token : parsed.unit().orElseThrow().getTokenRange().orElseThrow()) {
      if (token.getText().isEmpty()) {
        continue; // the end of the file
      }
      Range range = token.getRange().orElseThrow();
      int start = lines.offset(range.begin);
      assertThat(text.substring(start, lines.endOffset(range))).as(text).isEqualTo(token.getText());
      assertThat(text.substring(at, start)).as("between tokens of " + text).isBlank();
      assertThat(lines.line(start)).isEqualTo(range.begin.line);
      assertThat(lines.column(start)).isEqualTo(range.begin.column);
      at = lines.endOffset(range);
    }
  }
}
