package dev.perflint.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perflint.ScanReport;
import dev.perflint.ScanReport.Statistics;
import dev.perflint.model.Notice;
import dev.perflint.model.Region;
import dev.perflint.report.Render;
import dev.perflint.report.Samples;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
  private static ScanReport of(int files, long lines, Map<String, Integer> others) {
    return new ScanReport(
        "0.1.0",
        List.of(),
        List.of(),
        List.of(),
        new Statistics(files, lines, new TreeMap<>(others)));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 100, 120})
  void colourAddsCodesAndNothingElse(int width) throws IOException {
    String plain = Render.text(new TextOptions(false, true, width), Samples.shop());
    String coloured = Render.text(new TextOptions(true, true, width), Samples.shop());
    assertThat(plain).doesNotContain("\u001b");
    assertThat(coloured).contains("\u001b[1;31mP1\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 120})
  void onlyALongPathOrWordLeavesTheWidth(int width) throws IOException {
    String report = Render.text(new TextOptions(false, true, width), Samples.shop());
    assertThat(report.lines().filter(line -> Cells.width(line) > width))
        .allMatch(line -> line.strip().indexOf(' ') < 0);
  }

  @Test
  void termsOfTheRankingShowOnRequestOnly() throws IOException {
    String with = Render.text(new TextOptions(false, true, 100), Samples.shop());
    String without = Render.text(new TextOptions(false, false, 100), Samples.shop());
    assertThat(with).contains("entry point   2.00  request handler GET /orders");
    assertThat(with).contains("guard        -2.00").contains("waste         8.00");
    assertThat(without).doesNotContain("Rank ").doesNotContain("8.00");
  }

  @Test
  void aFindingOfARuleThatTheReportDoesNotListIsShownWithoutAdvice() throws IOException {
    ScanReport shop = Samples.one();
    String report =
        Render.as(
            "text",
            new ScanReport("1", List.of(), shop.findings(), shop.notices(), shop.statistics()));
    assertThat(report).contains("http-client-per-call").doesNotContain("Instead");
  }

  @Test
  void controlCharactersInEveryTextShowAsEscapes() throws IOException {
    String report = Render.as("text", Samples.hostile());
    assertThat(report)
        .contains("\\u001b[31mRed\\u001b[0m </script><b> [x](1) {0} \\u202egnp.exe \\u009b2J")
        .contains("// \\u001b]0;title\\u0007 </script> 漢字 😀 \\u202e \\u2028 end")
        .contains("new\\u000aline.java:42:5")
        .contains("\\u001b[2J.java:1  unparsable file")
        .contains("bad \\u001b[2J \\u0000");
  }

  @Test
  void aTabInACodeLineIsSpace() throws IOException {
    ScanReport report =
        Samples.report(
            List.of(Samples.saying("Tabs.", new Region(42, 3, 42, 6), "\tfor\tx", "\t\ty")),
            List.of());
    assertThat(Render.as("text", report)).contains("  42 │   for x\n").doesNotContain("\t");
  }

  @Test
  void countsAgreeWithTheirNouns() throws IOException {
    assertThat(Render.as("text", of(1, 1, Map.of("Kotlin", 1))))
        .isEqualTo(
            "Nothing to report: 0 rules found no missed optimization in 1 file (1 line).\n"
                + "1 Kotlin file not analysed: call paths through it are unknown.\n");
    assertThat(
            Render.as("text", of(1_000, 7_000_000, Map.of("Kotlin", 1, "Groovy", 2, "Scala", 3))))
        .contains("1,000 files (7,000,000 lines)")
        .contains("2 Groovy, 1 Kotlin and 3 Scala files not analysed: call paths through them");
  }

  @Test
  void noFilesAtAllIsSaidSo() throws IOException {
    assertThat(Render.as("text", of(0, 0, Map.of()))).isEqualTo("No Java files to look at.\n");
  }

  @Test
  void silenceIsNotTakenForCleanWhenFilesWereLost() throws IOException {
    Notice lost = Notice.ofFile(Notice.Kind.UNPARSABLE, "A.java", 0, "no");
    Notice again = Notice.ofFile(Notice.Kind.SKIPPED, "A.java", 0, "no");
    Notice harmless = Notice.ofFile(Notice.Kind.INFO, "B.java", 0, "yes");
    assertThat(Render.as("text", Samples.report(List.of(), List.of(lost, again, harmless))))
        .contains("1 file not or only partly analysed: see the notices.");
    assertThat(Render.as("text", Samples.report(List.of(), List.of(harmless))))
        .doesNotContain("partly analysed");
  }

  @Test
  void aWidthWithoutRoomForCodeIsRefused() {
    assertThatThrownBy(() -> new TextOptions(false, false, 59))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
