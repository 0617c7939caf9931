package dev.perflint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  @Test
  void aCorpusStandsForItsTwoTrees() {
    Arguments arguments = Arguments.parse(List.of("home", "--corpus", "corpus"));

    assertThat(arguments.trees())
        .containsExactly(
            Path.of("corpus", "kafka-clients-3.9.1"), Path.of("corpus", "spring-web-6.2.8"));
    assertThat(arguments.rounds()).isEqualTo(5);
    assertThat(arguments.threads()).isEqualTo(2);
  }

  @Test
  void optionsMayStandAnywhere() {
    assertThat(Arguments.parse(List.of("home", "a", "--rounds", "3", "b", "--threads", "4")))
        .isEqualTo(new Arguments(Path.of("home"), List.of(Path.of("a"), Path.of("b")), 3, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "home",
        "home a --rounds",
        "home a --rounds x",
        "home a --rounds 0",
        "home --fast"
      })
  void whatMakesNoSenseIsToldTheUsage(String line) {
    assertThatThrownBy(() -> Arguments.parse(List.of(line.split(" "))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(Arguments.USAGE);
  }
}
