package dev.perflint.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {
  @Test
  void aLineIsFilledToTheLastCellAndNotBeyond() {
    assertThat(Paragraph.wrap("aaa bbb ccc", 7)).containsExactly("aaa bbb", "ccc");
    assertThat(Paragraph.wrap("aaa bbb ccc", 6)).containsExactly("aaa", "bbb", "ccc");
  }

  @Test
  void wideCharactersCountTwice() {
    assertThat(Paragraph.wrap("漢字 漢字 漢", 7)).containsExactly("漢字", "漢字 漢");
  }

  @Test
  void aLongWordGetsALineOfItsOwn() {
    assertThat(Paragraph.wrap("a bbbbbbbbbb c", 5)).containsExactly("a", "bbbbbbbbbb", "c");
  }

  @Test
  void nothingIsOneEmptyLine() {
    assertThat(Paragraph.wrap(" ", 5)).containsExactly("");
  }
}
