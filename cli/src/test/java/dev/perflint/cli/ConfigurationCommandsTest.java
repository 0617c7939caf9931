package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationCommandsTest {
  @TempDir Path folder;

  @BeforeEach
  void writeSource() throws IOException {
    Files.createDirectories(folder.resolve("legacy"));
    String source =
        """
        final class Quotes {
          String quote(java.net.http.HttpRequest request) throws Exception {
            var client = java.net.http.HttpClient.newHttpClient();
            return client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString()).body();
          }

          void own(String url) {
            var client = new com.acme.AcmeClient();
            client.get(url);
          }
        }
        """;
    Files.writeString(folder.resolve("Quotes.java"), source);
    Files.writeString(
        folder.resolve("legacy/OldQuotes.java"), source.replace("Quotes", "OldQuotes"));
  }

  private Ran run(String... args) {
    return Ran.with(
        Engine.onDemand(), new Reports(), new Shell(folder, Map.of(), false, false), args);
  }

  private void configure(String text) throws IOException {
    Files.writeString(folder.resolve("perflint.yml"), text);
  }

  @Test
  void aRuleCanBeSwitchedOffByPath() throws IOException {
    configure("paths:\n  - match: '**/legacy/**'\n    ignore: [connections]\n");
    String report = run("scan", ".", "--format", "compact").out();
    assertThat(report).contains("Quotes.java:3").doesNotContain("OldQuotes.java");
    assertThat(run("scan", ".", "--format", "compact", "--no-config").out())
        .contains("OldQuotes.java:3");
  }

  @Test
  void filesCanBeLeftOut() throws IOException {
    configure("exclude: ['**/legacy/**']\n");
    assertThat(run("scan", ".", "--format", "compact").out())
        .contains("Quotes.java:3")
        .doesNotContain("OldQuotes.java");
    assertThat(run("config").out()).contains("exclude            **/legacy/** (file)");
    assertThat(run("scan", "legacy/OldQuotes.java", "--format", "compact").out())
        .contains("OldQuotes.java:3");
    configure("");
    assertThat(run("scan", ".", "--format", "compact", "--exclude", "*.java,none/**").out())
        .contains("OldQuotes.java:3")
        .doesNotStartWith("Quotes.java");
    assertThat(run("scan", ".", "--format", "compact", "--include", "legacy/*").out())
        .startsWith("legacy/OldQuotes.java:3")
        .doesNotContain("\nQuotes.java");
  }

  @Test
  void whatIsNoGlobIsToldWithItsPlace() throws IOException {
    Ran typed = run("scan", ".", "--exclude", "[a");
    assertThat(typed.code()).isEqualTo(ExitCode.FAILED);
    assertThat(typed.err()).contains("not a glob: [a");
    configure("select: [all]\nexclude: ['[a']\n");
    Ran written = run("scan", ".");
    assertThat(written.code()).isEqualTo(ExitCode.FAILED);
    assertThat(written.err()).contains("perflint.yml:2").contains("not a glob");
  }

  @Test
  void aSarifReportHasTheCategoryThatIsAskedFor() {
    assertThat(run("scan", ".", "--format", "sarif").out()).contains("\"perflint/\"");
    assertThat(run("scan", ".", "--format", "sarif", "--sarif-category", "back/end").out())
        .contains("\"back/end/\"");
    Ran blank = run("scan", ".", "--format", "sarif", "--sarif-category", " ");
    assertThat(blank.code()).isEqualTo(ExitCode.FAILED);
    assertThat(blank.err()).contains("--sarif-category wants a name");
  }

  @Test
  void theCommandLineComesBeforeTheFile() throws IOException {
    configure("ignore: [http-client-per-call]\nfail-on: p3\n");
    assertThat(run("scan", ".").code()).isEqualTo(ExitCode.OK);
    assertThat(run("scan", ".", "--select", "http-client-per-call").code())
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(run("scan", ".", "--select", "http-client-per-call", "--fail-on", "never").code())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void ownKnowledgeTeachesAnOwnClient() throws IOException {
    assertThat(run("scan", ".", "--format", "compact").out()).doesNotContain("AcmeClient");
    configure(
        """
        knowledge:
          - library: Acme client
            members:
              - role: expensive-to-create
                kind: http-client
                calls: ["com.acme.AcmeClient#new(*)"]
                makes: com.acme.AcmeClient
                cost: 5 ms
                risk: outage
                thread-safe: true
                each: a pool of its own
        """);
    assertThat(run("scan", ".", "--format", "compact").out())
        .contains("A new AcmeClient is built on every call of own()");
  }

  @Test
  void aWrongFileEndsTheRunWithItsPlace() throws IOException {
    configure("fail-on: p1\nselct: [all]\n");
    Ran ran = run("scan", ".");
    assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
    assertThat(ran.err()).contains("perflint.yml:2:1: unknown key `selct`; did you mean select?");
    configure("ignore: [http-client-per-cal]\n");
    assertThat(run("scan", ".").err())
        .contains("perflint.yml: unknown rule")
        .contains("did you mean http-client-per-call?");
    assertThat(run("scan", ".", "--config", "missing.yml").code()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void initWritesAFileThatChangesNothing() throws IOException {
    String before = run("scan", ".", "--format", "json").out();
    assertThat(run("init").code()).isEqualTo(ExitCode.OK);
    assertThat(run("scan", ".", "--format", "json").out()).isEqualTo(before);
    assertThat(run("init").code()).as("it is there already").isEqualTo(ExitCode.FAILED);
    assertThat(run("init", "--force").code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void everyLineOfTheTemplateIsAValidSetting() throws IOException {
    run("init");
    Path file = folder.resolve("perflint.yml");
    String settings =
        Files.readString(file)
            .lines()
            .filter(line -> line.matches("# ( *- | *[a-z-]+:).*"))
            .map(line -> line.substring(2))
            .reduce("", (text, line) -> text + line + "\n");
    assertThat(settings).contains("select:").contains("ranking:").contains("cost: 5 ms");
    configure(settings);
    Ran ran = run("config", ".");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void configShowsWhatHoldsAndWhy() throws IOException {
    configure("fail-on: p2\nignore: [text]\n");
    String shown = run("config", ".", "--select", "all").out();
    assertThat(shown)
        .contains("perflint.yml")
        .containsPattern("select +all \\(command line\\)")
        .containsPattern("ignore +text \\(file\\)")
        .containsPattern("fail-on +p2 \\(file\\)")
        .containsPattern("java-version +unknown \\(not set, and no file says it\\)");
    Files.writeString(folder.resolve(".sdkmanrc"), "java=21.0.2-tem\n");
    assertThat(run("config", ".").out()).containsPattern("java-version +21 \\(.sdkmanrc\\)");
    assertThat(run("config", ".", "--java-version", "17").out())
        .containsPattern("java-version +17 \\(command line\\)");
  }

  @Test
  void configShowsTheVersionsOfKnownLibraries() throws IOException {
    Files.writeString(
        folder.resolve("build.gradle"),
        "api 'com.squareup.okhttp3:okhttp:4.12.0'\napi 'com.acme:unheard-of:1.0'\n");
    String shown = run("config", ".").out();
    assertThat(shown)
        .containsPattern("library +com.squareup.okhttp3:okhttp 4.12.0 \\(build files\\)")
        .doesNotContain("unheard-of");
  }
}
