package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What one scan by the whole command line, with the real engine, says in each format. */
record EndToEnd(int code, String text, String compact, String json, String sarif, String err) {
  static final Engine ENGINE = Engine.onDemand();

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What a terminal acts on or what makes text look like other text. */
  private static final Pattern RAW_CONTROL =
      Pattern.compile(
          "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]");

  private static final Pattern STACK_TRACE =
      Pattern.compile("\\n\\s+at [\\w.$/]+\\(|internal error|Caused by:");

  static EndToEnd scan(Path workingDirectory, String... arguments) throws IOException {
    return scan(ENGINE, workingDirectory, arguments);
  }

  static EndToEnd scan(Engine engine, Path workingDirectory, String... arguments)
      throws IOException {
    Path reports = Files.createTempDirectory("perflint-reports");
    List<String> line = new ArrayList<>(List.of("scan"));
    for (String format : List.of("compact", "json", "sarif")) {
      line.add("--output=" + format + "=" + reports.resolve(format));
    }
    line.addAll(List.of(arguments));
    try {
      Ran ran = run(engine, workingDirectory, line.toArray(String[]::new));
      return new EndToEnd(
          ran.code(),
          ran.out(),
          content(reports.resolve("compact")),
          content(reports.resolve("json")),
          content(reports.resolve("sarif")),
          ran.err());
    } finally {
      for (String format : List.of("compact", "json", "sarif")) {
        Files.deleteIfExists(reports.resolve(format));
      }
      Files.delete(reports);
    }
  }

  /** The command line as given, in that folder. */
  static Ran run(Engine engine, Path workingDirectory, String... arguments) {
    Shell shell = new Shell(workingDirectory, Map.of(), false, false);
    return Ran.with(engine, new Reports(), shell, arguments);
  }

  static Ran run(Path workingDirectory, String... arguments) {
    return run(ENGINE, workingDirectory, arguments);
  }

  private static String content(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  JsonNode jsonTree() {
    return parsed(json);
  }

  JsonNode sarifRun() {
    return parsed(sarif).path("runs").path(0);
  }

  private static JsonNode parsed(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + e.getMessage(), e);
    }
  }

  /** Each finding as {@code rule path:line}, in order. */
  List<String> findings() {
    List<String> findings = new ArrayList<>();
    for (JsonNode finding : jsonTree().path("findings")) {
      JsonNode location = finding.path("location");
      findings.add(
          finding.path("rule").asText()
              + " "
              + location.path("path").asText()
              + ":"
              + location.path("startLine").asInt());
    }
    return findings;
  }

  /** Each notice as {@code kind path}, in order. */
  List<String> notices() {
    List<String> notices = new ArrayList<>();
    for (JsonNode notice : jsonTree().path("notices")) {
      notices.add(notice.path("kind").asText() + " " + notice.path("path").asText());
    }
    return notices;
  }

  /** What holds of every scan, whatever lies in the folder. */
  EndToEnd assertWellFormed() {
    for (String report : List.of(text, compact, json, sarif, err)) {
      assertThat(report).doesNotContainPattern(RAW_CONTROL).doesNotContainPattern(STACK_TRACE);
    }
    assertThat(jsonTree().path("schemaVersion").isInt()).isTrue();
    assertThat(SarifSchema.complaints(sarif)).isEmpty();
    assertSameCountsEverywhere();
    return this;
  }

  private void assertSameCountsEverywhere() {
    int findings = findings().size();
    int notices = notices().size();
    assertThat(sarifRun().path("results")).hasSize(findings);
    JsonNode invocation = sarifRun().path("invocations").path(0);
    assertThat(invocation.path("toolExecutionNotifications")).hasSize(notices);
    assertThat(compact.lines()).hasSize(findings + notices);
    assertThat(compact.lines().filter(line -> line.contains(": notice "))).hasSize(notices);
    assertThat(text.contains("Notices\n")).isEqualTo(notices > 0);
  }
}
