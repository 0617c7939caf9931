package dev.perflint.rank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "every 10 seconds",
        "@Scheduled every 3s",
        "@Scheduled every 10000 milliseconds",
        "@Scheduled every 10s milliseconds",
        "@Scheduled every PT30S",
        "@Scheduled every 1 minutes",
        "@Scheduled */10 * * * * *",
        "@Scheduled 0 * * * * ?",
        "@Scheduled 0 0/1 * * * *",
        "* * * * *",
      })
  void onceAMinuteIsOften(String label) {
    assertThat(Schedule.isFrequent(label)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@Scheduled",
        "Job.execute",
        "every 2 minutes",
        "@Scheduled every 1h",
        "@Scheduled every 600000 milliseconds",
        "@Scheduled every PT5M",
        "@Scheduled every PTX",
        "@Scheduled every ${cleanup.interval} milliseconds",
        "@Scheduled 0 0 3 * * *",
        "@Scheduled 0 0 0/2 * * *",
        "@Scheduled 0 */5 * * * *",
        "@Scheduled 0 * 3 * * *",
        "@Scheduled ${cleanup.cron}",
        "0 3 * * *",
      })
  void seldomerOrUnknownIsNot(String label) {
    assertThat(Schedule.isFrequent(label)).isFalse();
  }
}
