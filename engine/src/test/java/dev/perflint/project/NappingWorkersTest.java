package dev.perflint.project;

import static dev.perflint.match.Patterns.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A thread that sleeps between its passes is a job by itself. */
class NappingWorkersTest {
  private static final Rule TRIMS = SampleRule.flagging(call("java.lang.String#trim()")).build();

  private static String way(String members) {
    return Sources.of(
            """
            package shop;
            import java.util.concurrent.*;
            class Refresher implements Runnable {
              volatile boolean stopped;
              BlockingQueue<String> queue;
              long interval;
              %s
              void refresh() { "a".trim(); }
            }
            """
                .formatted(members))
        .with(TRIMS)
        .findings()
        .get(0)
        .reason()
        .lines()
        .get(0);
  }

  private static String loop(String body) {
    return way(
        "public void run() { while (!stopped) { %s } }".formatted(body)
            + " void pause() throws Exception { Thread.sleep(interval); }");
  }

  @Test
  void whatItDoesRunsAsAJobDoes() {
    String job = "per scheduled run: Refresher.run → Refresher.refresh";
    assertThat(loop("refresh(); Thread.sleep(interval);")).isEqualTo(job);
    assertThat(loop("refresh(); Thread.sleep(60_000);"))
        .isEqualTo("per scheduled run: every 60 seconds → Refresher.run → Refresher.refresh");
    assertThat(loop("refresh(); TimeUnit.MINUTES.sleep(1);"))
        .isEqualTo("per scheduled run: every 1 minutes → Refresher.run → Refresher.refresh");
    assertThat(loop("pause(); refresh();")).isEqualTo(job);
    assertThat(loop("refresh(); Pauses.sleepQuietly(interval);")).isEqualTo(job);
  }

  @Test
  void whoeverLooksAgainAtOnceIsNone() {
    String unknown = "no entry point found, counted as once a second; called by Refresher.run";
    assertThat(loop("refresh(); Thread.sleep(50);")).isEqualTo(unknown);
    assertThat(loop("refresh(); TimeUnit.MILLISECONDS.sleep(1);")).isEqualTo(unknown);
    assertThat(loop("refresh();")).isEqualTo(unknown);
  }

  @Test
  void norIsAWorkerThatIsFed() {
    assertThat(loop("String next = queue.take(); refresh(); Thread.sleep(interval);"))
        .startsWith("no entry point found");
  }

  @Test
  void norIsOneThatTriesAFewTimes() {
    assertThat(
            way(
                "public void run() { int n = 0; while (n++ < 9) { refresh(); Thread.sleep(5000); } }"))
        .startsWith("no entry point found");
  }

  @Test
  void norIsAMethodOfAnotherName() {
    assertThat(way("void await() { while (!stopped) { refresh(); Thread.sleep(interval); } }"))
        .startsWith("no entry point found");
    assertThat(
            way(
                "public void run() { new Thread(() -> { while (true) Thread.sleep(9999); }); refresh(); }"))
        .startsWith("no entry point found");
  }

  @Test
  void whatIsRenewedOnceItIsOldIsRare() {
    assertThat(
            way(
                "String rates; void get() { if (rates == null || old()) { refresh(); rates = \"\"; } }"))
        .contains("on a cache miss");
    assertThat(way("String rates; void get() { if (rates == null && !stopped) { refresh(); } }"))
        .contains("on a cache miss");
    assertThat(way("String rates; void get() { if (rates == null || stopped) { refresh(); } }"))
        .doesNotContain("on a cache miss");
  }

  @Test
  void soIsWhatIsRenewedWhereItWasLookedUp() {
    String get = "Map<String, String> rates; String get(String k) { BODY }";
    for (String renewing :
        List.of(
            "String r = rates.get(k); if (r == null || old(r)) { refresh(); rates.put(k, r); }",
            "String r = rates.get(k); if (r != null && !old(r)) { return r; } "
                + "refresh(); rates.put(k, \"\");")) {
      assertThat(way(get.replace("BODY", renewing))).as(renewing).contains("on a cache miss");
    }
    for (String other :
        List.of(
            "String r = rates.get(k); if (r == null || old(r)) { refresh(); others.put(k, r); }",
            "String r = rates.get(k); if (r != null && !old(r)) { return r; } refresh();",
            "String r = rates.get(k); if (r != null && !old(r)) { return k; } "
                + "refresh(); rates.put(k, \"\");")) {
      assertThat(way(get.replace("BODY", other))).as(other).doesNotContain("on a cache miss");
    }
  }
}
