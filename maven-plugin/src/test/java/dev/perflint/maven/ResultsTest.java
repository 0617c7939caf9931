package dev.perflint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.ScanReport;
import dev.perflint.config.FailOn;
import dev.perflint.model.Notice;
import dev.perflint.model.RuleId;
import dev.perflint.report.ReportFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  private static final ScanReport EMPTY =
      new ScanReport(
          "1", List.of(), List.of(), List.of(), new ScanReport.Statistics(0, 0, new TreeMap<>()));

  @TempDir private Path folder;

  @Test
  void nothingIsNeverTooMuch() {
    assertThat(Verdict.of(EMPTY, FailOn.P3, 0).isTooMany()).isFalse();
  }

  @Test
  void aNoticePointsToItsPlace() {
    Notice place =
        new Notice(
            Notice.Kind.RULE_CRASH,
            Optional.of("a/A.java"),
            Optional.of(new RuleId("x-y")),
            7,
            "!");

    assertThat(Console.line(place)).isEqualTo("a/A.java:[7,1] ! (x-y)");
    assertThat(Console.line(Notice.ofFile(Notice.Kind.UNREADABLE, "A\n.java", 0, "gone")))
        .isEqualTo("A\\u000a.java:[1,1] gone");
    assertThat(Console.line(Notice.ofRun(Notice.Kind.INFO, "done"))).isEqualTo("done");
  }

  @Test
  void reportsHaveNamesThatToolsKnow() throws IOException {
    Path reports = folder.resolve("new/reports");
    new ReportFiles(reports, ReportFormats.ids(), "perflint").write(EMPTY, new SystemStreamLog());

    assertThat(names(reports))
        .containsExactly(
            "perflint-checkstyle.xml",
            "perflint-compact.txt",
            "perflint-github.txt",
            "perflint-gitlab.json",
            "perflint-junit.xml",
            "perflint.json",
            "perflint.md",
            "perflint.sarif",
            "perflint.txt");
  }

  @Test
  void withoutFormatsNothingIsWritten() {
    new ReportFiles(folder.resolve("none"), List.of(), "perflint")
        .write(EMPTY, new SystemStreamLog());

    assertThat(folder.resolve("none")).doesNotExist();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
