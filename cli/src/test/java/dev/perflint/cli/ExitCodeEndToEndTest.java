package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perflint.rule.JdkRange;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options and exit codes with real findings: one of each priority, and one in a test. */
class ExitCodeEndToEndTest {
  private static final String P1 = "http-client-per-call src/main/java/shop/Controller.java:14";
  private static final String P2 = "http-client-per-call src/main/java/shop/PriceService.java:9";
  private static final String P3 = "lazy-stream-not-closed src/main/java/shop/Words.java:8";
  private static final String IN_TEST =
      "http-client-per-call src/test/java/shop/PriceServiceTest.java:9";

  @TempDir private Path folder;
  private Path main;

  @BeforeEach
  void findingsOfAllPriorities() throws IOException {
    main = Files.createDirectories(folder.resolve("src/main/java/shop"));
    // None of the default rules finds a P3 in so little.
    Files.writeString(
        folder.resolve("perflint.yml"), "select: [default, lazy-stream-not-closed]\n");
    // Orders come less often than what is asked for.
    String web = "@org.springframework.web.bind.annotation.";
    String ordered =
        GoodFile.named("PriceService")
            .replace("public class", web + "RestController public class")
            .replace("String quote(", web + "PutMapping(\"/orders\") String quote(");
    Files.writeString(main.resolve("PriceService.java"), ordered);
    GoodFile.write(folder.resolve("src/test/java/shop/PriceServiceTest.java"));
    Files.writeString(
        main.resolve("Controller.java"),
        """
        package shop;

        import java.net.http.HttpClient;
        import java.net.http.HttpRequest;
        import java.net.http.HttpResponse.BodyHandlers;
        import org.springframework.web.bind.annotation.GetMapping;
        import org.springframework.web.bind.annotation.RestController;

        @RestController
        class Controller {
          // The JDK's client, for each request.
          @GetMapping("/prices/{sku}")
          String price(HttpRequest request) throws Exception {
            HttpClient client = HttpClient.newHttpClient();
            return client.send(request, BodyHandlers.ofString()).body();
          }
        }
        """);
    Files.writeString(
        main.resolve("Words.java"),
        """
        package shop;

        import java.nio.file.Files;
        import java.nio.file.Path;

        class Words {
          public static void main(String[] folders) throws Exception {
            System.out.println(Files.list(Path.of(folders[0])).count());
          }
        }
        """);
  }

  @Test
  void theMostUrgentComeFirstAndTestsAreLeftOut() throws IOException {
    EndToEnd scan = EndToEnd.scan(folder).assertWellFormed();
    assertThat(scan.findings()).containsExactly(P1, P2, P3);
    assertThat(scan.code()).isEqualTo(1);
    assertThat(EndToEnd.scan(folder, "--include-tests").assertWellFormed().findings())
        .containsExactlyInAnyOrder(P1, P2, P3, IN_TEST);
  }

  @ParameterizedTest
  @CsvSource({
    "'', p1, 1",
    "'', p2, 1",
    "'', p3, 1",
    "'', never, 0",
    "Controller, p1, 0",
    "Controller, p2, 1",
    "Controller, p3, 1",
    "Controller, never, 0",
    "Controller PriceService, p1, 0",
    "Controller PriceService, p2, 0",
    "Controller PriceService, p3, 1",
    "Controller PriceService Words, p3, 0",
  })
  void failOnSaysWhichPriorityEndsWith1(String without, String level, int code) throws IOException {
    for (String name : without.isEmpty() ? List.<String>of() : List.of(without.split(" "))) {
      Files.delete(main.resolve(name + ".java"));
    }
    for (String format : List.of("text", "compact", "json", "sarif")) {
      Ran ran = EndToEnd.run(folder, "scan", "--fail-on", level, "--format", format);
      assertThat(ran.code()).as(format).isEqualTo(code);
    }
  }

  @Test
  void whatIsLessUrgentThanMinPriorityIsNeitherReportedNorCounted() throws IOException {
    assertThat(EndToEnd.scan(folder, "--min-priority=p1").assertWellFormed().findings())
        .containsExactly(P1);
    assertThat(EndToEnd.scan(folder, "--min-priority=P2").findings()).containsExactly(P1, P2);
    Files.delete(main.resolve("Controller.java"));
    assertThat(EndToEnd.run(folder, "scan", "--min-priority=p1", "--fail-on=p3").code()).isZero();
  }

  @Test
  void rulesAreSelectedAndIgnored() throws IOException {
    assertThat(EndToEnd.scan(folder, "--select=lazy-stream-not-closed").findings())
        .containsExactly(P3);
    assertThat(EndToEnd.scan(folder, "--ignore=connections").findings()).containsExactly(P3);
    assertThat(EndToEnd.scan(folder, "--select=default", "--ignore=io").findings())
        .containsExactly(P1, P2);
    EndToEnd none = EndToEnd.scan(folder, "--select=io", "--ignore=all").assertWellFormed();
    assertThat(none.findings()).isEmpty();
    assertThat(none.code()).isZero();
  }

  @Test
  void anUnknownRuleIsAnsweredWithTheNearest() {
    Ran ran = EndToEnd.run(folder, "scan", "--select=http-client-per-cal");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("'http-client-per-cal'; did you mean http-client-per-call?");
    assertThat(EndToEnd.run(folder, "scan", "--ignore=tex").err()).contains("did you mean text?");
    assertThat(EndToEnd.run(folder, "scan", "--strickt").err()).contains("--strict");
  }

  @Test
  void rulesOfAnotherJdkAreSilent() throws IOException {
    Engine engine =
        TestRules.engineWith(
            TestRules.onSend("test-old-jdk", new JdkRange(8, 20), match -> "A call of send."));
    assertThat(EndToEnd.scan(engine, folder, "--java-version=20").findings())
        .anyMatch(finding -> finding.startsWith("test-old-jdk "));
    EndToEnd later = EndToEnd.scan(engine, folder, "--java-version=21").assertWellFormed();
    assertThat(later.findings()).containsExactly(P1, P2, P3);
    assertThat(EndToEnd.run(folder, "scan", "--java-version=7").code()).isEqualTo(2);
  }

  @Test
  void severalReportsAreWrittenAtOnce() throws IOException {
    Ran ran =
        EndToEnd.run(
            folder,
            "scan",
            "--format=json",
            "--output=sarif=a.sarif",
            "--output=json=b.json",
            "--output=text=c.txt",
            "--output=compact=d.txt");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(folder.resolve("b.json")).content().isEqualTo(ran.out());
    for (String format : List.of("sarif=a.sarif", "text=c.txt", "compact=d.txt")) {
      String[] parts = format.split("=");
      assertThat(folder.resolve(parts[1]))
          .content()
          .isEqualTo(EndToEnd.run(folder, "scan", "--format=" + parts[0]).out());
    }
  }

  @Test
  void timingGoesToTheErrorStream() {
    Ran plain = EndToEnd.run(folder, "scan", "--format=sarif");
    Ran timed = EndToEnd.run(folder, "scan", "--format=sarif", "--timing");
    assertThat(timed.out()).isEqualTo(plain.out());
    assertThat(plain.err()).isEmpty();
    assertThat(timed.err())
        .contains("Start-up", "Scan ", "lines a second", "Reports", "Peak heap")
        .containsPattern("Parse +[0-9]+\\.[0-9] s of processor time")
        .contains("Analyse", "Merge", "Rank");
  }

  @Test
  void aMissingPathEndsWith2BeforeAnythingIsReported() {
    Ran ran = EndToEnd.run(folder, "scan", "src", "no\u001b[31msuch", "--strict");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("perflint: ").contains("no\\u001b[31msuch").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "compact", "json", "sarif"})
  void noJavaFilesEndsWith0AndAWarning(String format) throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Files.writeString(empty.resolve("notes.txt"), "nothing here\n");
    Ran ran = EndToEnd.run(empty, "scan", "--strict", "--fail-on=p3", "--format=" + format);
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("warning: no Java files found");
    EndToEnd.scan(empty).assertWellFormed();
  }

  @Test
  void anOutputThatCannotBeWrittenIsStrongerThanLostCodeAndFindings() throws IOException {
    Files.writeString(main.resolve("Broken.java"), "class Broken {");
    Path regular = Files.writeString(folder.resolve("regular"), "a file");
    Ran ran = EndToEnd.run(folder, "scan", "--strict", "--output=json=regular/below.json");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("cannot write regular/below.json").doesNotContain("\tat ");
    assertThat(ran.out()).contains("http-client-per-call", "Broken.java");
    assertThat(regular).content().isEqualTo("a file");
    assertThat(EndToEnd.run(folder, "scan", "--strict").code()).isEqualTo(3);
    assertThat(EndToEnd.run(folder, "scan").code()).isEqualTo(1);
  }

  @Test
  void aFullDiskEndsWith2() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no /dev/full here");
    Ran ran = EndToEnd.run(folder, "scan", "--output=sarif=/dev/full");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("cannot write /dev/full");
    Shell shell = new Shell(folder, Map.of(), false, false);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (OutputStream out = new FileOutputStream(full.toFile())) {
      String[] line = {"scan", "--fail-on=never"};
      assertThat(Main.run(line, EndToEnd.ENGINE, new Reports(), shell, out, err)).isEqualTo(2);
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("cannot write to the standard output");
  }
}
