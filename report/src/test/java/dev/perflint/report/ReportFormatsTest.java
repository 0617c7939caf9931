package dev.perflint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.report.text.TextOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFormatsTest {
  @Test
  void everyListedIdIsAFormatOfThatName() {
    assertThat(ReportFormats.ids()).contains("text", "compact", "json", "sarif");
    for (String id : ReportFormats.ids()) {
      assertThat(ReportFormats.byId(id, TextOptions.PLAIN))
          .hasValueSatisfying(format -> assertThat(format.id()).isEqualTo(id));
    }
  }

  @Test
  void anUnknownWordIsNoFormat() {
    assertThat(ReportFormats.byId("SARIF", TextOptions.PLAIN)).isEmpty();
  }

  @Test
  void whatReadersWouldDropIsCounted() {
    for (String id : ReportFormats.ids()) {
      ReportFormat format = ReportFormats.byId(id, TextOptions.PLAIN).orElseThrow();
      int omitted = format.omitted(Samples.many(5_003));
      switch (id) {
        case "sarif" -> assertThat(omitted).isEqualTo(3);
        case "github" -> assertThat(omitted).isEqualTo(4_993);
        case "markdown" -> assertThat(omitted).isBetween(4_000, 5_002);
        default -> assertThat(omitted).isZero();
      }
      assertThat(format.omitted(Samples.many(10))).isZero();
    }
  }

  /** Line feeds alone, valid Unicode, nothing that a terminal acts on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "text",
        "compact",
        "json",
        "sarif",
        "github",
        "gitlab",
        "checkstyle",
        "junit",
        "markdown"
      })
  void hostileInputReachesNoTerminal(String format) throws IOException {
    String report = Render.as(format, Samples.hostile());
    assertThat(report.codePoints())
        .allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f) || c > 0x9f)
        .noneMatch(c -> c >= 0xd800 && c <= 0xdfff)
        .noneMatch(c -> (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
        .doesNotContain(0x2028);
    assertThat(report).contains("u202e").containsPattern("(<|&lt;|&#60;)/script").contains("漢字");
  }
}
