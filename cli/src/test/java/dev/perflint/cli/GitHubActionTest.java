package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The scripts of {@code action.yml}, run as a runner of GitHub runs them. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs bash, as the action itself does")
class GitHubActionTest {
  @TempDir private Path folder;
  private Path project;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void aProjectAndItsRunner() throws IOException {
    project = Files.createDirectory(folder.resolve("my project"));
    GoodFile.in(project);
    Path launcher = folder.resolve("perflint");
    Files.writeString(
        launcher,
        """
        #!/bin/sh
        exec "%s" -XX:TieredStopAtLevel=1 -cp '%s' %s "$@"
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                Main.class.getName()));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    for (String file : List.of("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")) {
      environment.put(file, Files.createFile(folder.resolve(file)).toString());
    }
    environment.put("PERFLINT", launcher.toString());
    // Only paths and what depends on the event; the rest are the inputs' defaults.
    inputs().forEach((name, input) -> environment.put(variable(name), String.valueOf(input)));
    environment.put("UPLOADS", "true");
  }

  @Test
  void theFindingsGoToTheReportTheSummaryAndTheExitCode() throws Exception {
    environment.put("FAIL_ON", "p2");

    Ran ran = run("Scan");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("shop/PriceService.java:9:25: P2 http-client-per-call");
    assertThat(project.resolve("perflint.sarif")).content().contains("http-client-per-call");
    assertThat(folder.resolve("GITHUB_STEP_SUMMARY"))
        .content()
        .startsWith("## perflint: 1 finding in 1 file\n");
    assertThat(outputs()).containsExactly("uploads=true", "exit-code=1");
  }

  @Test
  void withoutAnUploadTheLogAnnotates() throws Exception {
    environment.put("UPLOADS", "false");

    assertThat(run("Scan").out()).startsWith("::warning file=shop/PriceService.java,line=9,");
    assertThat(outputs()).containsExactly("uploads=false", "exit-code=0");
  }

  @Test
  void pathsAndOptionsAreListsAndNothingElse() throws Exception {
    Files.createDirectory(project.resolve("*"));
    environment.put("PATHS", "shop $(touch hacked) *");
    environment.put("ARGS", "--select text");

    Ran ran = run("Scan");

    assertThat(ran.err()).contains("$(touch");
    assertThat(project.resolve("hacked")).doesNotExist();
    environment.put("PATHS", "shop *");
    assertThat(run("Scan").code()).isZero();
    assertThat(outputs()).endsWith("exit-code=0");
  }

  @Test
  void aMistakeIsAnError() throws Exception {
    environment.put("ARGS", "--select no-such-rule");

    Ran ran = run("Scan");

    assertThat(ran.err()).contains("no-such-rule");
    assertThat(outputs()).endsWith("exit-code=2");
  }

  @Test
  void theLastStepEndsAsTheScanDid() throws Exception {
    for (String code : List.of("0", "1", "2", "3")) {
      environment.put("CODE", code);
      assertThat(run("Fail on findings").code()).isEqualTo(Integer.parseInt(code));
    }
  }

  private Ran run(String step) throws IOException, InterruptedException {
    Path script = folder.resolve("script.sh");
    Files.writeString(script, script(step));
    Path err = folder.resolve("err");
    // As the runner does: it stops at the first command that fails.
    ProcessBuilder builder =
        new ProcessBuilder(
                "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script.toString())
            .directory(project.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the step ends").isTrue();
    return new Ran(process.exitValue(), out, Files.readString(err));
  }

  private List<String> outputs() throws IOException {
    return Files.readAllLines(folder.resolve("GITHUB_OUTPUT"));
  }

  private static String variable(String input) {
    return input.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static Map<String, Object> inputs() throws IOException {
    Map<String, Object> defaults = new HashMap<>();
    map(action().get("inputs"))
        .forEach((name, input) -> defaults.put(name, map(input).get("default")));
    return defaults;
  }

  private static String script(String step) throws IOException {
    for (Object found : (List<?>) map(action().get("runs")).get("steps")) {
      if (step.equals(map(found).get("name"))) {
        return (String) map(found).get("run");
      }
    }
    throw new IllegalArgumentException("no step " + step);
  }

  private static Map<String, Object> action() throws IOException {
    return map(new Yaml().load(Files.readString(Repository.ROOT.resolve("action.yml"))));
  }

  @SuppressWarnings("unchecked") // the keys of an action's file are words
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
