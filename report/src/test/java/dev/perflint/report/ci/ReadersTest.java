package dev.perflint.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.ScanReport;
import dev.perflint.model.Finding;
import dev.perflint.report.Render;
import dev.perflint.report.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.bjurr.violations.lib.ViolationsApi;
import se.bjurr.violations.lib.model.SEVERITY;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.reports.Parser;

/** Read by a library that many build servers' plugins read such files with. */
class ReadersTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"checkstyle, CHECKSTYLE", "gitlab, CODECLIMATE"})
  void everyFindingArrivesWithItsPlace(String format, Parser parser) throws IOException {
    ScanReport report = Samples.shop();
    Set<Violation> read = read(format, parser, report);

    assertThat(read).hasSameSizeAs(report.findings());
    for (Finding finding : report.findings()) {
      assertThat(read)
          .anySatisfy(
              violation -> {
                assertThat(violation.getFile()).isEqualTo(finding.location().path());
                assertThat(violation.getStartLine())
                    .isEqualTo(finding.location().region().startLine());
                assertThat(violation.getMessage()).contains(finding.message());
                assertThat(violation.getRule()).endsWith(finding.rule().value());
              });
    }
  }

  @ParameterizedTest
  @CsvSource({"checkstyle, CHECKSTYLE", "gitlab, CODECLIMATE"})
  void aFirstPriorityIsAnError(String format, Parser parser) throws IOException {
    assertThat(read(format, parser, Samples.one()))
        .singleElement()
        .extracting(Violation::getSeverity)
        .isEqualTo(SEVERITY.ERROR);
  }

  @Test
  void everyFindingIsATestThatFails() throws IOException {
    Set<Violation> read = read("junit", Parser.JUNIT, Samples.shop());

    assertThat(read).hasSameSizeAs(Samples.shop().findings());
    assertThat(read).allMatch(violation -> violation.getSeverity() == SEVERITY.ERROR);
    for (Finding finding : Samples.shop().findings()) {
      assertThat(read)
          .anySatisfy(violation -> assertThat(violation.getMessage()).contains(finding.message()));
    }
  }

  @ParameterizedTest
  @CsvSource({"checkstyle, CHECKSTYLE", "junit, JUNIT", "gitlab, CODECLIMATE"})
  void hostileNamesBreakNothing(String format, Parser parser) throws IOException {
    ScanReport report = Samples.hostile();

    assertThat(read(format, parser, report)).hasSizeGreaterThanOrEqualTo(report.findings().size());
  }

  @ParameterizedTest
  @CsvSource({"checkstyle, CHECKSTYLE", "junit, JUNIT", "gitlab, CODECLIMATE"})
  void aCleanProjectHasNothingToRead(String format, Parser parser) throws IOException {
    assertThat(read(format, parser, Samples.empty())).isEmpty();
  }

  @Test
  void entriesForGitLabAreToldApart() throws IOException {
    Finding one = Samples.clientPerCall();
    String report = Render.as("gitlab", Samples.report(List.of(one, one, one), List.of()));

    assertThat(report.lines().filter(line -> line.contains("\"fingerprint\"")).distinct())
        .hasSize(3);
  }

  private Set<Violation> read(String format, Parser parser, ScanReport report) throws IOException {
    Files.writeString(folder.resolve("report." + format), Render.as(format, report));
    return ViolationsApi.violationsApi()
        .withPattern(".*report\\." + format + "$")
        .inFolder(folder.toString())
        .findAll(parser)
        .violations();
  }
}
