package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that holds for findings in Java holds for those in files that are none. */
class ConfigurationRulesTest {
  private static final String LOGBACK = "src/main/resources/logback.xml";
  private static final String SETTINGS = "src/main/resources/application.yml";
  private static final String RULE = "config-verbose-in-production";

  @TempDir Path folder;

  @BeforeEach
  void writeProject() throws IOException {
    write(
        "src/main/java/shop/Orders.java",
        """
        package shop;

        import org.springframework.web.bind.annotation.GetMapping;
        import org.springframework.web.bind.annotation.RestController;

        @RestController
        class Orders {
          @GetMapping("/orders")
          String all() {
            return "[]";
          }
        }
        """);
    write(SETTINGS, "spring:\n  jpa:\n    show-sql: true\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Ran run(String... args) {
    return Ran.with(
        Engine.onDemand(), new Reports(), new Shell(folder, Map.of(), false, false), args);
  }

  private String compact() {
    return run("scan", ".", "--select", RULE, "--format", "compact").out();
  }

  private static String pom(String name, String needs) {
    return """
        <project>
          <groupId>shop</groupId>
          <artifactId>%s</artifactId>
          <version>1</version>
          <dependencies>%s</dependencies>
        </project>
        """
        .formatted(name, needs);
  }

  private static String dependency(String name) {
    return "<dependency><groupId>shop</groupId><artifactId>%s</artifactId></dependency>"
        .formatted(name);
  }

  /** A server and a job that a distribution puts beside each other are two processes. */
  @Test
  void aJobBesideAServerWritesNoLinePerRequest() throws IOException {
    write("pom.xml", pom("shop", ""));
    write("dist/pom.xml", pom("dist", dependency("shop") + dependency("sync")));
    write("sync/pom.xml", pom("sync", ""));
    writeLog("sync");
    assertThat(logs()).contains("P3 config-log-caller-data");
    write("pom.xml", pom("shop", dependency("sync")));
    assertThat(logs()).contains("P2 config-log-caller-data");
  }

  @Test
  void copiesOfALogConfigurationAreOneFinding() throws IOException {
    write("sync/pom.xml", pom("sync", ""));
    write("stock/pom.xml", pom("stock", ""));
    writeLog("sync");
    writeLog("stock");
    assertThat(logs())
        .contains("stock/src/main/resources/logback.xml")
        .doesNotContain("sync/src")
        .contains("the stack is walked for each line; another file has the same lines.");
  }

  private String logs() {
    return run("scan", ".", "--select", "config-log-caller-data", "--format", "compact").out();
  }

  private void writeLog(String module) throws IOException {
    write(module + "/src/main/java/shop/A.java", "package shop;\n\nclass A {}\n");
    write(
        module + "/src/main/resources/logback.xml",
        """
        <configuration>
          <appender name="OUT">
            <pattern>%L %msg</pattern>
          </appender>
          <root level="INFO">
            <appender-ref ref="OUT"/>
          </root>
        </configuration>
        """);
  }

  @Test
  void textAndCompactReportsNameTheLineOfTheKey() {
    assertThat(compact())
        .contains(SETTINGS + ":3:5: P2 " + RULE + " `spring.jpa.show-sql` is true");
    assertThat(run("scan", ".", "--select", RULE).out())
        .contains("show-sql: true")
        .contains("per request")
        .contains("perflint explain " + RULE);
  }

  @Test
  void jsonHasPlaceAndMember() throws IOException {
    JsonNode finding =
        new ObjectMapper()
            .readTree(run("scan", ".", "--select", RULE, "--format", "json").out())
            .get("findings")
            .get(0);
    assertThat(finding.toString()).contains(SETTINGS).contains("spring.jpa.show-sql");
  }

  @Test
  void sarifHasArtifactRegionAndFingerprints() throws IOException {
    String log = run("scan", ".", "--select", RULE, "--format", "sarif").out();
    assertThat(SarifSchema.complaints(log)).isEmpty();
    JsonNode result = new ObjectMapper().readTree(log).at("/runs/0/results/0");
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo(SETTINGS);
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(3);
    assertThat(place.at("/region/snippet/text").asText()).isEqualTo("show-sql: true");
    assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asText()).isNotBlank();
  }

  @Test
  void theFingerprintSurvivesLinesAboveIt() throws IOException {
    String before = fingerprints();
    write(
        SETTINGS,
        "# of the shop\n\nspring:\n  main.banner-mode: off\n  jpa:\n    show-sql: true\n");
    assertThat(fingerprints()).isEqualTo(before);
    write(SETTINGS, "spring.jpa.show-sql: 'true'\n");
    assertThat(fingerprints()).isNotEqualTo(before);
  }

  private String fingerprints() throws IOException {
    String log = run("scan", ".", "--select", RULE, "--format", "sarif").out();
    return new ObjectMapper().readTree(log).at("/runs/0/results/0/partialFingerprints").toString();
  }

  @Test
  void aCommentSuppressesAboveTheLineOrBehindIt() throws IOException {
    write(
        SETTINGS, "spring.jpa:\n  # perflint:ignore " + RULE + " -- a demo\n\n  show-sql: true\n");
    assertThat(compact()).doesNotContain(RULE);
    write(SETTINGS, "spring.jpa:\n  show-sql: true # perflint:ignore " + RULE + "\n");
    assertThat(compact()).doesNotContain(RULE);
    write(SETTINGS, "spring.jpa:\n  show-sql: false # perflint:ignore " + RULE + "\n");
    assertThat(compact()).contains(SETTINGS + ":2").contains("unused suppression of " + RULE);
  }

  @Test
  void inXmlTheCommentIsOneOfXml() throws IOException {
    write(SETTINGS, "");
    String root = "<configuration>\n%s\n<root level=\"DEBUG\"/>\n</configuration>\n";
    write(LOGBACK, root.formatted(""));
    assertThat(compact()).contains(LOGBACK + ":3:1: P2 " + RULE);
    write(LOGBACK, root.formatted("<!-- perflint:ignore " + RULE + ": for now -->"));
    assertThat(compact()).doesNotContain(RULE);
  }

  @Test
  void aRuleForPathsSilencesAFile() throws IOException {
    write(
        "perflint.yml",
        "paths:\n  - match: \"src/main/resources/**\"\n    ignore: [%s]\n".formatted(RULE));
    assertThat(compact()).doesNotContain(RULE);
  }

  @Test
  void whyRankedTellsTheSum() {
    Ran ran = run("explain", "--why-ranked", SETTINGS + ":3");
    assertThat(ran.err()).doesNotContain("not a Java file");
    assertThat(ran.out()).contains("P2  " + RULE).contains("per request");
  }

  @Test
  void whyNotNamesTheClauseThatDecides() throws IOException {
    write(SETTINGS, "spring:\n  jpa:\n    show-sql: false\n");
    Ran ran = run("explain", RULE, "--why-not", SETTINGS + ":3", "--in", ".");
    assertThat(ran.out())
        .contains("spring.jpa.show-sql = false")
        .containsPattern("NO +where it is switched on +<- says no");
  }

  @Test
  void aFileThatIsNamedIsScanned() {
    assertThat(
            run("scan", "src/main/java", SETTINGS, "--select", RULE, "--format", "compact").out())
        .contains("show-sql");
  }

  @Test
  void aBrokenFileIsNoFailure() throws IOException {
    write(SETTINGS, "spring: [\n");
    Ran ran = run("scan", ".", "--select", RULE, "--format", "compact");
    assertThat(ran.code()).isEqualTo(ExitCode.OK);
    assertThat(ran.out()).doesNotContain(RULE);
  }
}
