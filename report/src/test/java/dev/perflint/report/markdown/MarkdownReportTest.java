package dev.perflint.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.report.Render;
import dev.perflint.report.Samples;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReportTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "`run` queries. => `run` queries.",
        "loop of @team, fixes #12 => loop of @<!-- -->team, fixes #<!-- -->12",
        "<b>a|b</b> => &#60;b&#62;a&#124;b&#60;/b&#62;",
        "a `b|c` d => a `b\\|c` d",
        "[a](b) *c* _d_ e_f => &#91;a&#93;(b) &#42;c&#42; &#95;d&#95; e_f",
        "a.b() of {id}: c. => a.b() of {id}: c.",
        "- a => &#45; a",
        "# a => &#35; a",
        "1. a => 1&#46; a",
        "www.a.b => www&#46;a.b",
        ":tada: => &#58;tada:",
        "https://a.b/c => https&#58;//a.b/c",
        "odd ` tick => odd &#96; tick",
      })
  void nothingOfATextIsMarkupButItsCode(String text, String markdown) {
    assertThat(MarkdownText.line(text)).isEqualTo(markdown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {"a.java:1 => `a.java:1`", "a`b => ``a`b``", "a`` => ``` a`` ```", "a|b => `a\\|b`"})
  void codeCannotLeaveItsFence(String text, String markdown) {
    assertThat(MarkdownText.code(text)).isEqualTo(markdown);
  }

  @Test
  void aHostileNameStaysInItsRow() throws IOException {
    String report = Render.as("markdown", Samples.hostile());

    assertThat(report.lines().filter(line -> line.startsWith("| P")))
        .hasSameSizeAs(Samples.hostile().findings())
        .allMatch(row -> row.replace("\\|", "").chars().filter(c -> c == '|').count() == 5);
  }

  @Test
  void aLongReportFitsIntoAComment() throws IOException {
    String report = Render.as("markdown", Samples.many(5_000));

    assertThat(report).hasSizeLessThanOrEqualTo(MarkdownReport.MAX_LENGTH);
    assertThat(report).containsPattern("\nand [0-9]+ less urgent ones that do not fit in here\n$");
  }
}
