package dev.perflint.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.report.Render;
import dev.perflint.report.Samples;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CompactReportTest {
  @Test
  void eachFindingIsOneLineThatEditorsTakeApart() throws IOException {
    String report = Render.as("compact", Samples.shop());
    assertThat(report.lines())
        .hasSize(5)
        .allMatch(line -> line.matches("[^:]+:\\d+:\\d+: P[123] [a-z-]+ .+ \\[(sure|likely)]"));
    assertThat(report)
        .contains(
            "src/main/java/com/acme/text/Csv.java:9:20: P3 regex-compile-per-call `split` compiles"
                + " its pattern again on every call. [sure]\n");
  }

  @Test
  void aHostileNameCannotAddALine() throws IOException {
    String report = Render.as("compact", Samples.hostile());
    assertThat(report.lines()).hasSize(2 * Samples.HOSTILE_PATHS.size());
    assertThat(report).contains("new\\u000aline.java:42:5: P1 ");
  }

  @Test
  void aCleanProjectSaysNothing() throws IOException {
    assertThat(Render.as("compact", Samples.empty())).isEmpty();
  }
}
