package dev.perflint.rank;

import static dev.perflint.match.Patterns.call;
import static dev.perflint.rank.Slowness.COSTS;
import static dev.perflint.rank.Slowness.find;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.SampleRule;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Rule;
import org.junit.jupiter.api.Test;

/** What reasons say of what an executor is handed. */
class OtherThreadsTest {
  @Test
  void aTaskIsNoBranch() {
    String members = "java.util.concurrent.Executor pool; boolean on; @Get(\"/a\") void f() { %s }";
    assertThat(
            find(COSTS, members.formatted("pool.execute(() -> Slow.run());"))
                .reason()
                .lines()
                .get(0))
        .isEqualTo("per request: GET /a → Service.f, on another thread");
    assertThat(
            find(COSTS, members.formatted("pool.execute(() -> { if (on) Slow.run(); });"))
                .reason()
                .lines()
                .get(0))
        .isEqualTo("per request: GET /a → Service.f, in a branch, on another thread");
  }

  @Test
  void whatWaitsOnAnotherThreadStopsNoJob() {
    Rule waits =
        SampleRule.flagging(call("shop.Slow#run()"))
            .theme(Theme.TIMEOUTS)
            .effect("10 ns")
            .risk(Risk.OUTAGE)
            .build();
    String members = "java.util.concurrent.Executor pool; @Timer void f() { %s }";
    assertThat(find(waits, members.formatted("Slow.run();")).reason().lines())
        .last()
        .isEqualTo("risk: one peer that never answers stops the job, and all that its thread runs");
    assertThat(find(waits, members.formatted("pool.execute(() -> Slow.run());")).reason().lines())
        .last()
        .isEqualTo("risk: one peer that never answers keeps each thread that waits for it");
  }
}
