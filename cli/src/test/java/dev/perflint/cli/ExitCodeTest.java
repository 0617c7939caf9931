package dev.perflint.cli;

import static dev.perflint.model.Priority.P1;
import static dev.perflint.model.Priority.P2;
import static dev.perflint.model.Priority.P3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.ScanReport;
import dev.perflint.UsageException;
import dev.perflint.model.Notice;
import dev.perflint.model.Priority;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCodeTest {
  private static final Notice LOST =
      Notice.ofFile(Notice.Kind.PARTLY_PARSED, "Broken.java", 3, "a statement was lost");
  private static final Notice HARMLESS = Notice.ofRun(Notice.Kind.INFO, "38 Kotlin files");

  @ParameterizedTest
  @CsvSource({
    "P1, p1, 1", "P1, p2, 1", "P1, p3, 1", "P1, never, 0",
    "P2, p1, 0", "P2, p2, 1", "P2, p3, 1", "P2, never, 0",
    "P3, p1, 0", "P3, p2, 0", "P3, p3, 1", "P3, NEVER, 0",
  })
  void findingsFailTheRunFromTheChosenPriorityOn(Priority found, String failOn, int code) {
    assertThat(scan(Samples.report(found), "--fail-on", failOn).code()).isEqualTo(code);
  }

  @Test
  void p1FailsByDefault() {
    assertThat(scan(Samples.report(P1)).code()).isEqualTo(1);
    assertThat(scan(Samples.report(P2, P3)).code()).isZero();
    assertThat(scan(Samples.report()).code()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theCodeIsTheSameForEveryFormat(Format format) {
    assertThat(scan(Samples.report(P1), "--format", format.id()).code()).isEqualTo(1);
    assertThat(scan(Samples.report(P2), "--format", format.id()).code()).isZero();
  }

  @Test
  void whatIsNotReportedDoesNotFail() {
    Ran ran = scan(Samples.report(P2), "--fail-on", "p3", "--min-priority", "p1");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).doesNotContain("P2");
  }

  @Test
  void lostCodeFailsOnlyWhenStrictAndThenComesBeforeFindings() {
    ScanReport report = Samples.report(List.of(LOST), P1);
    assertThat(scan(report).code()).isEqualTo(1);
    assertThat(scan(report, "--strict").code()).isEqualTo(3);
    assertThat(scan(Samples.report(List.of(LOST))).code()).isZero();
    assertThat(scan(Samples.report(List.of(LOST)), "--strict").code()).isEqualTo(3);
  }

  @Test
  void strictDoesNotMindAHarmlessNotice() {
    assertThat(scan(Samples.report(List.of(HARMLESS)), "--strict").code()).isZero();
  }

  @Test
  void outputThatCannotBeWrittenComesBeforeAllOthers(@TempDir Path folder) {
    Path nowhere = folder.resolve("missing/report.json");
    Ran ran = scan(Samples.report(List.of(LOST), P1), "--strict", "--output", "json=" + nowhere);
    assertThat(ran.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "scan --nope",
        "scan --fail-on p4",
        "scan --format html",
        "scan --jobs 0",
        "scan --jobs many",
        "scan --java-version 7",
        "scan --output report.sarif",
        "scan --output sarif=",
        "scan --output =a",
        "scan --output sarif=-",
        "scan --select nope",
        "scan --ignore nope",
        "scan --fail-on",
        "nope",
        "explain",
        "explain nope",
        "explain http-client-per-call twice",
        "rules --format sarif",
        "rules --select nope",
      })
  void wrongUsageIs2(String line) {
    String[] args = line.isEmpty() ? new String[0] : line.split(" ");
    Ran ran = Ran.with(FakeEngine.answering(Samples.report(P1)), args);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isNotEmpty();
  }

  @Test
  void aUsageExceptionOfTheEngineIs2AndOneLine() {
    Ran ran = failing(new UsageException("no such file or folder: src"));
    assertThat(ran).isEqualTo(new Ran(2, "", "perflint: no such file or folder: src\n"));
  }

  @Test
  void anUnexpectedExceptionIs2AndOneLine() {
    Ran ran = failing(new IllegalStateException("lost my place"));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "perflint: internal error: IllegalStateException: lost my place (--debug shows where)\n");
  }

  @Test
  void debugShowsTheTrace() {
    Ran ran = failing(new IllegalStateException("lost my place"), "--debug");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("lost my place", "\tat dev.perflint.cli.ExitCodeTest");
  }

  @Test
  void anErrorOfTheJvmIs2AsWell() {
    FakeEngine engine =
        FakeEngine.doing(
            request -> {
              throw new StackOverflowError();
            });
    Ran ran = Ran.with(engine, "scan");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("perflint: internal error: StackOverflowError");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "--version", "-h", "-V", "scan --help", "check -h", "rules", "rules -V"})
  void questionsAreAnsweredOnTheStandardOutput(String line) {
    Ran ran = Ran.with(FakeEngine.answering(Samples.report()), line.split(" "));
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isNotEmpty();
    assertThat(ran.err()).isEmpty();
  }

  private static Ran scan(ScanReport report, String... options) {
    return Ran.with(FakeEngine.answering(report), scanWith(options));
  }

  private static Ran failing(RuntimeException failure, String... options) {
    FakeEngine engine =
        FakeEngine.doing(
            request -> {
              throw failure;
            });
    return Ran.with(engine, scanWith(options));
  }

  private static String[] scanWith(String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "scan";
    System.arraycopy(options, 0, args, 1, options.length);
    return args;
  }
}
