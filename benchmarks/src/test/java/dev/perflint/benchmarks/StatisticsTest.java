package dev.perflint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void theMedianIsTheMiddleOrBetweenTheTwoInTheMiddle() {
    assertThat(Statistics.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Statistics.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
  }

  @Test
  void nothingHasNoMedian() {
    assertThatThrownBy(() -> Statistics.median(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ratiosAreTakenWithinRounds() {
    List<Usage> bases = List.of(cpu(1), cpu(10), cpu(2));
    List<Usage> runs = List.of(cpu(1.5), cpu(14), cpu(2.6));

    assertThat(Statistics.ratio(runs, bases, Usage::cpu)).isEqualTo(1.4);
  }

  private static Usage cpu(double seconds) {
    return new Usage(seconds, seconds, 0);
  }
}
