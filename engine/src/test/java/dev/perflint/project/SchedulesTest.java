package dev.perflint.project;

import static dev.perflint.match.Patterns.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.rule.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a job runs, as its way says it. */
class SchedulesTest {
  private static final String KNOWLEDGE =
      """
      library: Shop
      members:
        - role: handles
          kind: scheduled
          calls:
            - java.util.concurrent.ScheduledExecutorService#scheduleAtFixedRate(*)
            - lib.Timers#schedule(*)
            - lib.Timers#each(*)
      entry-points:
        - {kind: scheduled, annotation: lib.Scheduled, label: "@Scheduled {cron}"}
        - {kind: scheduled, annotation: lib.Schedule}
      """;

  private static final Rule TRIMS = SampleRule.flagging(call("java.lang.String#trim()")).build();

  private static String way(String members) {
    return Sources.of(
            "package shop; import lib.*; import java.time.*; import java.util.concurrent.*;"
                + " class A { static final int PAUSE = 5_000; "
                + members
                + " void tick() { \"a\".trim(); } }")
        .knowing(KNOWLEDGE)
        .with(TRIMS)
        .findings()
        .get(0)
        .reason()
        .lines()
        .get(0);
  }

  @Test
  void anAnnotationSaysIt() {
    Map.of(
            "@Scheduled(cron = \"0 0 3 * * *\")", "@Scheduled 0 0 3 * * *",
            "@Scheduled(fixedRate = 2 * PAUSE)", "@Scheduled every 10 seconds",
            "@Scheduled(fixedDelay = 90, timeUnit = TimeUnit.MINUTES)",
                "@Scheduled every 90 minutes",
            "@Scheduled(fixedDelayString = \"${a.b:700}\")", "@Scheduled every 700 milliseconds",
            "@Scheduled(fixedDelayString = \"${a.b}\")", "@Scheduled every ${a.b} milliseconds",
            "@Scheduled(every = \"10s\")", "@Scheduled every 10s",
            "@Schedule(hour = \"*\", minute = \"*/5\")", "@Schedule 0 */5 * * * *",
            "@Schedule", "@Schedule")
        .forEach(
            (annotation, said) ->
                assertThat(way(annotation + " void run() { tick(); }"))
                    .as(annotation)
                    .isEqualTo("per scheduled run: " + said + " → A.run → A.tick"));
  }

  @Test
  void soDoesACallThatHandsATaskToATimer() {
    for (List<String> timed :
        List.of(
            List.of(
                "timer.scheduleAtFixedRate(() -> tick(), 0, 10, TimeUnit.SECONDS)", "10 seconds"),
            List.of("timer.scheduleAtFixedRate(() -> tick(), 0, PAUSE, MILLISECONDS)", "5 seconds"),
            List.of("timers.each(() -> tick(), Duration.ofMinutes(3))", "3 minutes"),
            List.of("timers.schedule(() -> tick(), 0, 250)", "250 milliseconds"))) {
      assertThat(handed(timed.get(0)))
          .as(timed.get(0))
          .startsWith("per scheduled run: every " + timed.get(1) + " → ");
    }
    assertThat(handed("timers.schedule(() -> tick(), 250)")).startsWith("per scheduled run: A.");
    assertThat(handed("timer.scheduleAtFixedRate(() -> tick(), 0, pause, TimeUnit.SECONDS)"))
        .startsWith("per scheduled run: A.");
  }

  private static String handed(String call) {
    return way(
        "int pause; void set(ScheduledExecutorService timer, Timers timers) { " + call + "; }");
  }
}
