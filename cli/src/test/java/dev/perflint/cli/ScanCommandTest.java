package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.ScanReport;
import dev.perflint.ScanRequest;
import dev.perflint.model.Notice;
import dev.perflint.model.Priority;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScanCommandTest {
  @Test
  void withoutOptionsItAsksForTheDefaults() {
    ScanRequest request = request("scan");
    assertThat(request.paths()).isEmpty();
    assertThat(request.workingDirectory()).isEqualTo(Ran.PLAIN.workingDirectory()).isAbsolute();
    assertThat(request.select()).isEmpty();
    assertThat(request.ignore()).isEmpty();
    assertThat(request.jobs()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(request.includeTests()).isFalse();
    assertThat(request.includeGenerated()).isFalse();
  }

  @Test
  void optionsReachTheEngine() {
    ScanRequest request =
        request(
            "check",
            "a",
            "--select",
            "text,HTTP-client-per-call",
            "--select=all",
            "--ignore",
            "connections",
            "--java-version",
            "21",
            "--jobs=3",
            "--include-tests",
            "--include-generated",
            "b c",
            "--",
            "--odd");
    assertThat(request.paths()).containsExactly(Path.of("a"), Path.of("b c"), Path.of("--odd"));
    assertThat(request.select()).containsExactly("text", "http-client-per-call", "all");
    assertThat(request.ignore()).containsExactly("connections");
    assertThat(request.javaVersion()).isEqualTo(OptionalInt.of(21));
    assertThat(request.jobs()).isEqualTo(3);
    assertThat(request.includeTests()).isTrue();
    assertThat(request.includeGenerated()).isTrue();
  }

  @Test
  void aFileMayBeCalledAtSomething() {
    assertThat(request("scan", "@home").paths()).containsExactly(Path.of("@home"));
  }

  @Test
  void theReportIsAllThatGoesToTheStandardOutput() {
    Ran ran = Ran.with(engine(), "scan", "--fail-on", "never");
    assertThat(ran.out()).isEqualTo("text\nP1 http-client-per-call\n");
    assertThat(ran.err()).matches("Scanned 240 files, 18,204 lines in \\d+\\.\\d s\n");
  }

  @Test
  void whoAsksForNoRulesIsToldThatThereAreMore() {
    String more = "preview rules left out, whose findings are less often worth it";
    Path folder = Path.of("src/main/java/dev/perflint/cli");
    assertThat(EndToEnd.run(folder, "scan").err())
        .containsPattern("Scanned .*\n\\d+ " + more + ": --select default,preview\n");
    for (String asked : List.of("default,preview", "all", "http-client-per-call,pedantic")) {
      assertThat(EndToEnd.run(folder, "scan", "--select", asked).err()).doesNotContain(more);
    }
  }

  @Test
  void aMachineFormatLeavesTheErrorStreamToNotices() {
    Notice crash = Notice.ofFile(Notice.Kind.UNPARSABLE, "a\u001b[31m/B.java", 7, "no Java");
    ScanReport report = Samples.report(List.of(crash));
    assertThat(Ran.with(FakeEngine.answering(Samples.report()), "scan", "--format=json").err())
        .isEmpty();
    assertThat(Ran.with(FakeEngine.answering(report), "scan", "--format=sarif").err())
        .isEqualTo("perflint: warning: a\\u001b[31m/B.java:7: no Java\n");
  }

  @Test
  void reportsForPeopleShowNoticesThemselves() {
    Notice notice = Notice.ofFile(Notice.Kind.UNREADABLE, "B.java", 0, "gone");
    FakeEngine engine = FakeEngine.answering(Samples.report(List.of(notice)));
    assertThat(Ran.with(engine, "scan").err()).startsWith("Scanned").hasLineCount(1);
    assertThat(Ran.with(engine, "scan", "--format=compact").err()).isEmpty();
  }

  @Test
  void whatAFormatLeavesOutIsSaid() {
    ReportFormat cutting =
        new ReportFormat() {
          @Override
          public void write(ScanReport report, Writer out) {}

          @Override
          public int omitted(ScanReport report) {
            return 1234;
          }
        };
    Ran ran = Ran.with(engine(), (format, look) -> cutting, Ran.PLAIN, "scan", "--format=sarif");
    assertThat(ran.err())
        .isEqualTo(
            "perflint: warning: the 1,234 least urgent findings do not fit into the report\n");
  }

  @Test
  void manyNoticesAreCounted() {
    Notice notice = Notice.ofFile(Notice.Kind.UNREADABLE, "B.java", 0, "gone");
    ScanReport report = Samples.report(Collections.nCopies(25, notice));
    assertThat(Ran.with(FakeEngine.answering(report), "scan", "--format=json").err())
        .hasLineCount(21)
        .endsWith("perflint: warning: 5 more notices\n");
  }

  @Test
  void noJavaFilesAtAllIsAWarning() {
    ScanReport report =
        new ScanReport(
            "0.1",
            List.of(),
            List.of(),
            List.of(),
            new ScanReport.Statistics(0, 0, new TreeMap<>()));
    Ran ran = Ran.with(FakeEngine.answering(report), "scan", "--format=json");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEqualTo("perflint: warning: no Java files found\n");
  }

  @Test
  void minPriorityLeavesOutTheLessUrgent() {
    FakeEngine engine = FakeEngine.answering(Samples.report(Priority.P1, Priority.P2, Priority.P3));
    assertThat(Ran.with(engine, "scan", "--min-priority", "P2").out())
        .isEqualTo("text\nP1 http-client-per-call\nP2 http-client-per-call\n");
  }

  @Test
  void colourAndExplanationReachTheReport() {
    Shell terminal = new Shell(Path.of("").toAbsolutePath(), Map.of(), true, false);
    assertThat(Ran.in(terminal, engine(), "scan").out()).startsWith("text in colour\n");
    assertThat(Ran.in(terminal, engine(), "scan", "--color=never", "--explain-rank").out())
        .startsWith("text explained\n");
    assertThat(Ran.with(engine(), "scan", "--color", "ALWAYS").out())
        .startsWith("text in colour\n");
  }

  @Test
  void timingSaysWhereTheTimeWent() {
    Ran ran = Ran.with(engine(), "scan", "--timing", "--format=json");
    assertThat(ran.out()).isEqualTo("json\nP1 http-client-per-call\n");
    assertThat(ran.err()).contains("Start-up", "Scan ", "Reports", "Peak heap");
  }

  @Test
  void progressIsShownAtATerminalAndWipedInTheEnd() {
    Shell terminal = new Shell(Path.of("").toAbsolutePath(), Map.of(), false, true);
    Ran ran = Ran.in(terminal, slowEngine(), "scan");
    assertThat(ran.err()).contains("\r7 of 240 files").containsPattern("\r +\rScanned 240 files");
    assertThat(ran.out()).doesNotContain("\r");
    Shell server = new Shell(Path.of("").toAbsolutePath(), Map.of("CI", "true"), false, true);
    assertThat(Ran.in(server, slowEngine(), "scan").err()).startsWith("Scanned");
    assertThat(Ran.with(slowEngine(), "scan").err()).startsWith("Scanned");
  }

  @Test
  void progressIsWipedBeforeAFailureIsTold() {
    Shell terminal = new Shell(Path.of("").toAbsolutePath(), Map.of(), false, true);
    FakeEngine engine =
        FakeEngine.doing(
            request -> {
              slowEngine().scan(request);
              throw new IllegalStateException();
            });
    assertThat(Ran.in(terminal, engine, "scan").err()).containsPattern("\r +\rperflint: internal");
  }

  private static FakeEngine engine() {
    return FakeEngine.answering(Samples.report(Priority.P1));
  }

  private static FakeEngine slowEngine() {
    return FakeEngine.doing(
        request -> {
          try {
            Thread.sleep(320); // shorter scans show no progress
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          request.progress().files(7, 240);
          return Samples.report();
        });
  }

  private static ScanRequest request(String... args) {
    FakeEngine engine = engine();
    Ran.with(engine, args);
    return engine.request();
  }
}
