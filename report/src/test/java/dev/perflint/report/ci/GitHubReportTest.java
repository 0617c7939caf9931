package dev.perflint.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Region;
import dev.perflint.report.Render;
import dev.perflint.report.Samples;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitHubReportTest {
  @Test
  void whatTheRunnerTakesApartIsEncoded() throws IOException {
    String report =
        Render.as(
            "github",
            Samples.report(
                List.of(Samples.saying("100 % of a::b, c", new Region(1, 1, 1, 2), "x")),
                List.of()));

    assertThat(report).contains("::100 %25 of a::b, c%0AWhy ").hasLineCount(1);
  }

  @Test
  void aHostileNameAddsNoCommand() throws IOException {
    String report = Render.as("github", Samples.hostile());

    assertThat(report.lines())
        .allMatch(
            line ->
                line.matches("::(error|warning|notice) (file=[^:,]+,[^:]*,)?title=[^:,]+::.*")
                    || line.startsWith("and "));
    assertThat(report).contains("file=C%3A/drive.java,").contains("file=100%2525.java,");
  }

  @Test
  void whatGitHubWouldDropIsCounted() throws IOException {
    String report = Render.as("github", Samples.many(12));

    assertThat(report.lines().filter(line -> line.startsWith("::"))).hasSize(10);
    assertThat(report).endsWith("\nand 2 findings that GitHub would not show\n");
  }
}
