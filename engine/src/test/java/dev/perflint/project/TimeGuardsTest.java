package dev.perflint.project;

import static dev.perflint.match.Patterns.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeGuardsTest {
  private static final String NOW = "long now = System.currentTimeMillis(); ";

  @Test
  void whatRunsOnceInAPeriodIsRare() {
    for (String due :
        List.of(
            NOW + "if (now - last > WEEK) { last = now; Slow.run(); }",
            NOW + "if (on && WEEK <= now - this.last) { Slow.run(); this.last = now; }",
            NOW + "if (last + WEEK < now) { last = System.currentTimeMillis(); Slow.run(); }",
            NOW + "boolean old = now - last > WEEK; if (old) { last = now; Slow.run(); }",
            NOW + "long age = now - last; if (!(age < WEEK)) { last = now; Slow.run(); }",
            NOW + "if (next - now <= 0) { next = now + WEEK; Slow.run(); }",
            NOW + "if (at.get() + WEEK < now) { at.set(now); Slow.run(); }",
            "Instant now = Instant.now(); "
                + "if (time.plus(WEEK).isBefore(now)) { time = now; Slow.run(); }",
            "if (Instant.now().isAfter(time)) { Slow.run(); time = Instant.now().plus(WEEK); }",
            "if (time == null || time.isBefore(Instant.now())) { time = Instant.now(); Slow.run(); }",
            NOW + "if (!on || now - last < WEEK) { return; } last = now; Slow.run();",
            NOW + "if (now < next) return; Slow.run(); next = now + WEEK;",
            NOW + "if (now - kept.getAt() > WEEK) { kept.setAt(now); Slow.run(); }",
            "Date end = new Date(); Date start = new Date(kept.getAt().getTime());"
                + " if ((end.getTime() - start.getTime()) / 3600 >= 2)"
                + " { Slow.run(); kept.setAt(new Date()); }")) {
      assertThat(way(due)).as(due).contains("on a cache miss");
    }
  }

  @Test
  void butNotWhatRunsBeforeItIsOver() {
    for (String other :
        List.of(
            NOW + "if (now - last < WEEK) { last = now; Slow.run(); }",
            NOW + "if (now - last > WEEK) { return; } last = now; Slow.run();",
            NOW + "if (next - now > 0) { next = now; Slow.run(); }",
            "if (Instant.now().isBefore(time)) { Slow.run(); time = Instant.now(); }")) {
      assertThat(way(other)).as(other).doesNotContain("cache");
    }
  }

  @Test
  void norWhereNothingBeginsANewPeriod() {
    for (String other :
        List.of(
            NOW + "if (now - last > WEEK) { Slow.run(); }",
            NOW + "if (now - last > WEEK) { next = now; Slow.run(); }",
            NOW + "if (now - last > WEEK) { last = 0; Slow.run(); }",
            NOW + "if (now - kept.getAt() > WEEK) { other.setAt(now); Slow.run(); }",
            NOW + "if (now - kept.getAt() > WEEK) { kept.setSince(now); Slow.run(); }",
            NOW + "if (on || now - last > WEEK) { last = now; Slow.run(); }",
            NOW + "long last = now; if (now - last > WEEK) { last = now; Slow.run(); }",
            "if (count - last > WEEK) { last = count; Slow.run(); }",
            NOW + "last = now; if (now - last < WEEK) { return; } Slow.run();")) {
      assertThat(way(other)).as(other).doesNotContain("cache");
    }
  }

  private static String way(String body) {
    return Sources.of(
            "package shop; import java.time.Instant; import java.util.concurrent.atomic.AtomicLong;"
                + " class Service { long last; long next; long count; boolean on; Instant time;"
                + " AtomicLong at; static final long WEEK = 7; public void f() { "
                + body
                + " } }",
            "package shop; public class Slow { public static void run() {} }")
        .with(SampleRule.flagging(call("shop.Slow#run()")).build())
        .findings()
        .get(0)
        .reason()
        .lines()
        .get(0);
  }
}
