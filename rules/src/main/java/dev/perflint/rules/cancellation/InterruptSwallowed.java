package dev.perflint.rules.cancellation;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.catching;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags loops that catch an interrupt and go on, though something cancels them by interrupting. */
@AutoService(RuleSource.class)
public final class InterruptSwallowed implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("interrupt-swallowed")
        .since("0.1")
        .theme(Theme.CANCELLATION)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge(
            "a task that cannot be cancelled keeps its thread and all that it holds")
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("shutdown and cancellation take effect at once")
        .summary("interrupt caught in a loop and dropped")
        .why(
            """
            Throwing InterruptedException clears the thread's interrupt flag. A loop that catches it and goes on has
            thrown the request to stop away: shutdownNow, cancel(true) or interrupt() have no effect, the thread stays
            in its pool and keeps its connections, locks and memory until the process ends.""")
        .instead(
            "Leave the loop, or restore the flag with `Thread.currentThread().interrupt()` and let the loop condition"
                + " see it.")
        .caveat(
            "Harmless where nothing interrupts the thread, or where an explicit stop flag ends the loop; perflint only"
                + " reports where the loop asks for the interrupt flag, or the file or the one that creates the task"
                + " interrupts or cancels something.")
        .evidence(
            new Evidence.Benchmark(
                "A task of 50 steps of 10 ms that is cancelled after the first kept its thread for 502 ms more and did"
                    + " all 50 steps; one that ends at the interrupt kept it for 0.2 ms.",
                "interrupt-swallowed"))
        .flag(
            catching("java.lang.InterruptedException")
                .inside(that("a loop that goes on", InterruptFlow::loopGoesOn))
                .where(truth("something interrupts it", InterruptFlow::isInterrupted)))
        .unless("rethrown", that("the handler throws", InterruptFlow::rethrows))
        .unless("flag restored", that("the handler restores the flag", InterruptFlow::restoresFlag))
        .unless(
            "remembered for later", that("the handler sets a variable", InterruptFlow::remembers))
        .unless("handed on", that("the handler hands the exception on", InterruptFlow::handsOn))
        .unless("loop over elements", that("the elements run out", InterruptFlow::endsByItself))
        .unless("stop flag ends the loop", that("the loop asks a flag", InterruptFlow::asksFlag))
        .say(
            m ->
                "The loop in %s catches InterruptedException and goes on: it cannot be cancelled."
                    .formatted(m.methodName()))
        .build();
  }
}
