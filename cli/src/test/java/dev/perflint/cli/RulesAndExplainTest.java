package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perflint.Perflint;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulesAndExplainTest {
  private final FakeEngine engine = FakeEngine.answering(Samples.report());

  @Test
  void rulesAreATable() {
    assertThat(Ran.with(engine, "rules").out())
        .isEqualTo(
            """
            RULE                    THEME        GROUP     RISK    JDK  SUMMARY
            http-client-per-call    connections  default   outage  11+  summary of http-client-per-call
            regex-compile-per-call  text         pedantic  outage  11+  summary of regex-compile-per-call
            """);
  }

  @Test
  void rulesCanBePickedByThemeGroupAndId() {
    assertThat(Ran.with(engine, "rules", "--select", "text").out())
        .contains("regex-")
        .doesNotContain("http-");
    assertThat(Ran.with(engine, "rules", "--select", "default").out())
        .contains("http-")
        .doesNotContain("regex-");
    assertThat(Ran.with(engine, "rules", "--select", "regex-compile-per-call,connections").out())
        .contains("http-", "regex-");
  }

  @Test
  void rulesAreJsonForScripts() throws IOException {
    String out = Ran.with(engine, "rules", "--format", "json").out();
    JsonNode json = new ObjectMapper().readTree(out);
    assertThat(json.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(json.path("rules")).hasSize(2);
    JsonNode first = json.path("rules").get(0);
    assertThat(first.path("id").asText()).isEqualTo("http-client-per-call");
    assertThat(first.path("theme").asText()).isEqualTo("connections");
    assertThat(first.path("group").asText()).isEqualTo("default");
    assertThat(first.path("costNanos").asDouble()).isEqualTo(3e6);
    assertThat(out).endsWith("}\n").doesNotContain("\r");
  }

  @Test
  void explainSaysWhyWhenNotWhatInsteadAndOnWhatEvidence() {
    Ran ran = Ran.with(engine, "explain", "http-client-per-call");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith("http-client-per-call: summary of http-client-per-call\n")
        .containsSubsequence(
            "Why it matters\n  Because each one pays",
            "When it does not matter\n  Code that runs once",
            "What to do instead\n  Build it once",
            "Evidence\n  The documentation says so.\n  https://example.org/client\n",
            "Example\n  HttpClient client = HttpClient.newHttpClient();\n",
            "risk           outage",
            "run-time JDK   11+",
            "automatic fix  none");
  }

  @Test
  void aRuleWithoutAnExampleIsExplainedWithoutOne() {
    assertThat(RulePage.of(Samples.REGEX_PER_CALL, Optional.empty()))
        .contains("Why it matters")
        .doesNotContain("Example");
  }

  @Test
  void longProseIsBrokenIntoLines() {
    assertThat(Paragraphs.indented("word ".repeat(40), "  ").lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(88).startsWith("  word"));
    assertThat(Paragraphs.indented("x".repeat(200), "  ")).isEqualTo("  " + "x".repeat(200) + "\n");
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(Perflint.VERSION).isEqualTo(System.getProperty("perflint.pom.version"));
    assertThat(Ran.with(engine, "--version").out())
        .isEqualTo("perflint " + Perflint.VERSION + "\n");
  }
}
