package dev.perflint.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Excerpt;
import dev.perflint.model.Priority;
import dev.perflint.model.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeFrameTest {
  private static List<String> frame(int firstLine, Region region, int width, String... lines) {
    return new CodeFrame(new Palette(false), width)
        .lines(new Excerpt(firstLine, List.of(lines)), region, Priority.P1);
  }

  /** The cells above the marks, as text; tells more than counting spaces. */
  private static String marked(List<String> frame) {
    for (int i = 1; i < frame.size(); i++) {
      int from = frame.get(i).indexOf('━');
      if (from >= 0) {
        return cells(frame.get(i - 1), from, frame.get(i).lastIndexOf('━') + 1);
      }
    }
    return "";
  }

  private static String cells(String line, int from, int to) {
    StringBuilder part = new StringBuilder();
    int cell = 0;
    for (int c : line.codePoints().toArray()) {
      if (cell >= from && cell < to) {
        part.appendCodePoint(c);
      }
      cell += Cells.width(c);
    }
    return part.toString();
  }

  @Test
  void showsOneLineBeforeAndAfterAndMarksTheRegion() {
    List<String> frame =
        frame(3, new Region(5, 7, 5, 10), 80, "far", "  before", "    a(bcd)", "  after", "far");
    assertThat(frame)
        .containsExactly(
            "   4 │   before", "   5 │     a(bcd)", "     │       ━━━", "   6 │   after");
  }

  @Test
  void commonIndentationGoesButForTwoCells() {
    assertThat(frame(9, new Region(9, 9, 9, 10), 80, "        x;", "          y;"))
        .containsExactly("   9 │   x;", "     │   ━", "  10 │     y;");
  }

  @Test
  void blankLinesAtTheEdgesGo() {
    assertThat(frame(1, new Region(2, 1, 2, 2), 80, "  ", "x", ""))
        .containsExactly("   2 │ x", "     │ ━");
  }

  @Test
  void tabsAndWideCharactersKeepTheMarkInPlace() {
    String line = "\tcall(\"漢字😀\",\targ);";
    int column = line.indexOf("arg") + 1;
    assertThat(marked(frame(1, new Region(1, column, 1, column + 3), 80, line))).isEqualTo("arg");
  }

  @Test
  void combiningMarksTakeNoCell() {
    String line = "e\u0301e\u0301 = arg;";
    int column = line.indexOf("arg") + 1;
    assertThat(marked(frame(1, new Region(1, column, 1, column + 3), 80, line))).isEqualTo("arg");
  }

  @Test
  void escapesShowAndKeepTheMarkInPlace() {
    String line = "\"\u001b[31m\u202e\" + arg;";
    int column = line.indexOf("arg") + 1;
    List<String> frame = frame(1, new Region(1, column, 1, column + 3), 80, line);
    assertThat(frame.get(0)).isEqualTo("   1 │ \"\\u001b[31m\\u202e\" + arg;");
    assertThat(marked(frame)).isEqualTo("arg");
  }

  @Test
  void aMultiLineRegionIsMarkedToTheEndOfItsFirstLine() {
    List<String> frame =
        frame(1, new Region(2, 3, 6, 4), 80, "a", "b c.d()  ", "e", "f", "g", "h", "i");
    assertThat(marked(frame)).isEqualTo("c.d()");
    assertThat(frame).last().isEqualTo("   5 │ g");
  }

  @Test
  void anEmptyRegionHasOneMark() {
    assertThat(frame(1, new Region(1, 3, 1, 3), 80, "a b"))
        .containsExactly("   1 │ a b", "     │   ━");
  }

  @Test
  void aLongLineIsCutToTheWidth() {
    List<String> frame = frame(1, new Region(1, 1, 1, 4), 60, "abc" + "x".repeat(1_000_000));
    assertThat(frame).allMatch(line -> Cells.width(line) <= 60);
    assertThat(frame.get(0)).startsWith("   1 │ abcx").endsWith("x…");
  }

  @Test
  void aRegionFarToTheRightComesIntoView() {
    String line = "  " + "x".repeat(300) + " target(); " + "y".repeat(300);
    int column = line.indexOf("target") + 1;
    List<String> frame = frame(1, new Region(1, column, 1, column + 8), 60, line, "  short();");
    assertThat(frame).allMatch(shown -> Cells.width(shown) <= 60);
    assertThat(frame.get(0)).startsWith("   1 │ …x").endsWith("…");
    assertThat(marked(frame)).isEqualTo("target()");
  }

  @Test
  void aRegionWiderThanTheFrameShowsItsStart() {
    String line = "  " + "x".repeat(90) + "(" + "y".repeat(300) + ")";
    List<String> frame = frame(1, new Region(1, 93, 1, 395), 60, line);
    assertThat(frame).allMatch(shown -> Cells.width(shown) <= 60);
    assertThat(marked(frame)).startsWith("(yy");
  }

  @Test
  void columnsBehindTheEndOfTheLineAreItsEnd() {
    assertThat(frame(1, new Region(1, 90, 1, 95), 80, "abc"))
        .containsExactly("   1 │ abc", "     │    ━");
  }

  @Test
  void withoutTheLineThereIsNoFrame() {
    assertThat(frame(10, new Region(9, 1, 9, 2), 80, "x")).isEmpty();
    assertThat(frame(10, new Region(11, 1, 11, 2), 80, "x")).isEmpty();
  }

  @Test
  void numbersOfFiveDigitsFit() {
    assertThat(frame(12_345, new Region(12_345, 1, 12_345, 2), 80, "x"))
        .containsExactly("12345 │ x", "      │ ━");
  }
}
