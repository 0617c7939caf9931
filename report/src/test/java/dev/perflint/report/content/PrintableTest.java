package dev.perflint.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void ordinaryTextStaysTheSameObject() {
    String text = "größe 漢字 😀 a\u0301 → µs";
    assertThat(Printable.of(text)).isSameAs(text);
  }

  @Test
  void controlsShowAsJavaWritesThem() {
    assertThat(Printable.of("a\u001b[31m\n\tb\u009b\u007f\u0000"))
        .isEqualTo("a\\u001b[31m\\u000a\\u0009b\\u009b\\u007f\\u0000");
  }

  @Test
  void bidirectionalOverridesAndInvisibleCharactersShow() {
    for (int c : new int[] {0x202a, 0x202e, 0x2066, 0x2069, 0x200b, 0x200e, 0x2028, 0xfeff}) {
      assertThat(Printable.of("x" + Character.toString(c) + "y"))
          .isEqualTo("x\\u" + "%04x".formatted(c) + "y");
    }
  }

  @Test
  void halfAPairShowsAndAWholeOneStays() {
    assertThat(Printable.of("\ud83d \ude00 \ud83d\ude00")).isEqualTo("\\ud83d \\ude00 😀");
  }

  @Test
  void aTagBeyondTheFirstPlaneTakesTwoEscapes() {
    assertThat(Printable.of(Character.toString(0xe0041))).isEqualTo("\\udb40\\udc41");
  }
}
