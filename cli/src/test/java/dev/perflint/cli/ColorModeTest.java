package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorModeTest {
  @ParameterizedTest
  @CsvSource({
    // variables, terminal, coloured
    "'', true, true",
    "'', false, false",
    "NO_COLOR=1, true, false",
    "NO_COLOR=anything, true, false",
    "NO_COLOR=, true, true",
    "NO_COLOR=1 CLICOLOR_FORCE=1, true, false",
    "CLICOLOR_FORCE=1, false, true",
    "CLICOLOR_FORCE=0, false, false",
    "CLICOLOR_FORCE=1 TERM=dumb, false, true",
    "CLICOLOR=0, true, false",
    "CLICOLOR=1, true, true",
    "CLICOLOR=1, false, false",
    "TERM=dumb, true, false",
    "TERM=xterm, true, true",
  })
  void autoAsksTheEnvironmentThenTheTerminal(String variables, boolean terminal, boolean on) {
    assertThat(ColorMode.AUTO.isOn(shell(variables, terminal))).isEqualTo(on);
  }

  @Test
  void theOptionOverridesEverything() {
    assertThat(ColorMode.ALWAYS.isOn(shell("NO_COLOR=1 TERM=dumb", false))).isTrue();
    assertThat(ColorMode.NEVER.isOn(shell("CLICOLOR_FORCE=1", true))).isFalse();
  }

  @Test
  void helpIsColouredOnTheSameTerms() {
    FakeEngine engine = FakeEngine.answering(Samples.report());
    assertThat(Ran.in(shell("", true), engine, "--help").out()).contains("\u001b[");
    assertThat(Ran.in(shell("NO_COLOR=1", true), engine, "--help").out()).doesNotContain("\u001b");
    assertThat(Ran.in(shell("", false), engine, "--help").out()).doesNotContain("\u001b");
  }

  @Test
  void progressIsForTerminalsOnly() {
    Path here = Path.of("").toAbsolutePath();
    assertThat(ProgressLine.isWanted(new Shell(here, Map.of(), false, true))).isTrue();
    assertThat(ProgressLine.isWanted(new Shell(here, Map.of(), true, false))).isFalse();
    assertThat(ProgressLine.isWanted(new Shell(here, Map.of("CI", "1"), true, true))).isFalse();
    assertThat(ProgressLine.isWanted(new Shell(here, Map.of("TERM", "dumb"), true, true)))
        .isFalse();
  }

  private static Shell shell(String variables, boolean terminal) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.split(" ")) {
      int equals = variable.indexOf('=');
      if (equals > 0) {
        environment.put(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    return new Shell(Path.of("").toAbsolutePath(), environment, terminal, false);
  }
}
