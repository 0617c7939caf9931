package dev.perflint.rules.cancellation;

import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags waits with a limit for an own task that nobody cancels when the limit is over. */
@AutoService(RuleSource.class)
public final class TimeoutLeavesWorkRunning implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("timeout-leaves-work-running")
        .since("0.1")
        .theme(Theme.CANCELLATION)
        .group(Group.PREVIEW)
        // What runs on ends at some time, where the other side does not hang for ever.
        .risk(Risk.BUILD_UP)
        .effectFromKnowledge("a thread, and what it holds, for the rest of the work")
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("work that nobody waits for any more is interrupted")
        .summary("task that runs on after the wait for it has timed out")
        .why(
            """
            `get` with a limit ends the wait, not the work: the task keeps its thread, and its connection where it has
            one. When the other side hangs, each call that gives up leaves one more such task behind. Soon the pool
            has no thread left, or the memory none for more, and the limit has protected nobody.""")
        .instead(
            "Call `cancel(true)` on the future when the `TimeoutException` comes, best in `finally`, and give the task a"
                + " limit of its own as well. A `CompletableFuture` does not interrupt its task: submit it to an executor"
                + " and cancel the future that `submit` returns.")
        .caveat(
            "It does not matter where the task ends soon by itself, as a client with a time limit does, or where the"
                + " result is still wanted when it comes.")
        .evidence(
            new Evidence.Reference(
                "By its documentation get throws TimeoutException when the wait timed out, and cancel is what attempts"
                    + " to stop the task; for a CompletableFuture its argument has no effect.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/Future.html"))
        .flag(
            call("java.util.concurrent.Future#get(long, TimeUnit)")
                .where(that("for a task of its own", m -> StartedTasks.startedBy(m).isPresent()))
                .where(that("nobody else has the future", StartedTasks::isForgotten)))
        .unless("stopped in another way", that("a call says so", StartedTasks::isStopped))
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .say(
            m ->
                "When `get` in %s gives up, what `%s` has started runs on."
                    .formatted(
                        m.methodName(),
                        StartedTasks.startedBy(m).map(c -> c.getNameAsString()).orElse("it")))
        .build();
  }
}
