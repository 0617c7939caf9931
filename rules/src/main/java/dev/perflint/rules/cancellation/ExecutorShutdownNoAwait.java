package dev.perflint.rules.cancellation;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags executors that are shut down while nobody waits for the tasks that still run. */
@AutoService(RuleSource.class)
public final class ExecutorShutdownNoAwait implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("executor-shutdown-no-await")
        .since("0.1")
        .theme(Theme.CANCELLATION)
        .group(Group.PEDANTIC)
        .risk(Risk.LATENCY)
        .effectFromKnowledge("tasks that fail halfway, or a process that does not end")
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("a restart ends the work that runs in an orderly way, and in a known time")
        .summary("executor shut down without waiting for its tasks")
        .why(
            """
            `shutdown` takes no new tasks and returns at once; those that run or wait go on. What the owner closes next
            is closed under them, so they fail in the middle. A task that hangs keeps a process alive that was told to
            end, since nothing ever interrupts it.""")
        .instead(
            "Give the tasks a time to end with `awaitTermination`, call `shutdownNow` on those that do not, and close what"
                + " they use after that. From JDK 19 on `close` does the first part.")
        .caveat("It does not matter for tasks that are short, or that nobody misses.")
        .evidence(
            new Evidence.Reference(
                "By its documentation shutdown does not wait for previously submitted tasks to complete.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/ExecutorService.html"))
        .flag(
            call("java.util.concurrent.ExecutorService#shutdown()")
                .where(that("an own field holds it", PoolEndings::isOwn))
                .inside(that("a method that ends the owner", PoolEndings::isInEnding)))
        .unless("somebody waits or cuts off", that("the file shows it", PoolEndings::isSettled))
        .say(ExecutorShutdownNoAwait::message)
        .build();
  }

  private static String message(Match match) {
    String pool = PoolEndings.name(match);
    return "%s waits for no task of `%s`, and interrupts none.".formatted(match.methodName(), pool);
  }
}
