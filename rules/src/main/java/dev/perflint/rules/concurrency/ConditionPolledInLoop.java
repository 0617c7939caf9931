package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.match.Condition;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags loops that pause until a field changes, though its own class changes it. */
@AutoService(RuleSource.class)
public final class ConditionPolledInLoop implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("condition-polled-in-loop")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge("half of the pause, for each wait; without a pause one core")
        .technique(Technique.PIPELINES)
        .effort(Effort.HOURS_1)
        .userImpact("what waits goes on at once when it can")
        .summary("loop that pauses until a field of its class has changed")
        .why(
            """
            A loop that sleeps and looks again learns of a change late, by half of the pause on average, and holds its
            thread meanwhile; the shorter the pause, the more it costs to learn nothing. Here the class changes what the
            loop looks at, so it could say so.""")
        .instead(
            "Let whoever makes the change tell: a `CountDownLatch` or `CompletableFuture` for what happens once, a"
                + " `Semaphore` for a number of places, a `BlockingQueue` for work, a `Condition` for all else. Give the"
                + " wait a time limit.")
        .caveat(
            "It does not matter where the pause is short for what is waited for, and waits are few.")
        .evidence(
            new Evidence.Count(
                "With a pause of 100 ms a change is seen after 50 ms on average, by a latch after some microseconds."))
        .flag(
            call(
                    "java.lang.Thread#sleep(*)",
                    "java.util.concurrent.TimeUnit#sleep(long)",
                    "java.lang.Thread#yield()",
                    "java.util.concurrent.locks.LockSupport#parkNanos(long)")
                .where(
                    that(
                        "the loop only waits for a field", m -> PollingLoop.around(m).isPresent())))
        .unless(
            "only at start-up or in a command", startUp().or(runsPer("start-up", "command-line")))
        .pedanticUnless(
            that("its own class waits", PollingLoop::isAskedFor)
                .or(runsPer("request", "message", "event-loop", "reactive", "scheduled")),
            "public methods of which nobody knows who calls them, which may be tests alone")
        .say(ConditionPolledInLoop::message)
        .build();
  }

  /** In itself the loop says nothing of how often it is come to. */
  private static Condition startUp() {
    return new Condition(
        "in code that runs once", match -> match.file().roles().runsOnce(match.site().frame()));
  }

  private static String message(Match match) {
    return match.methodName()
        + PollingLoop.around(match)
            .map(
                loop ->
                    " looks at `%s` again and again, though its class could say when `%s` changes."
                        .formatted(loop.condition(), loop.field()))
            .orElse(" pauses.");
  }
}
