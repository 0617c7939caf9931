package dev.perflint.rules.cancellation;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.catching;

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

/** Flags handlers that hide an interrupt, above all in loops that something cancels with one. */
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
        .summary("interrupt caught and dropped, so that a loop or caller goes on")
        .why(
            """
            Throwing InterruptedException clears the thread's interrupt flag. A loop that catches it and goes on has
            thrown the request to stop away: shutdownNow, cancel(true) or interrupt() have no effect, the thread stays
            in its pool and keeps its connections, locks and memory until the process ends. A method that hides it from
            its callers makes them go on likewise, up to their next wait.""")
        .instead(
            "Leave the loop, or restore the flag with `Thread.currentThread().interrupt()` and let the loop condition"
                + " see it; where a method returns or throws another exception instead, restore it before.")
        .caveat(
            "Harmless where nothing interrupts the thread, or where an explicit stop flag ends the loop; without `pedantic`"
                + " perflint only reports where the loop asks for the interrupt flag, or the file or the one that creates"
                + " the task interrupts or cancels something.")
        .evidence(
            new Evidence.Benchmark(
                "A task of 50 steps of 10 ms that is cancelled after the first kept its thread for 502 ms more and did"
                    + " all 50 steps; one that ends at the interrupt kept it for 0.2 ms.",
                "interrupt-swallowed"))
        .flag(catching("java.lang.InterruptedException"))
        .unless("let through", that("the handler throws it", InterruptFlow::letsThrough))
        .unless("flag restored", that("the handler is about it", InterruptFlow::speaksOfInterrupts))
        .unless(
            "remembered for later", that("the handler sets a variable", InterruptFlow::remembers))
        .unless("handed on", that("the handler hands the exception on", InterruptFlow::handsOn))
        .unless("ends the program", that("the handler ends it", InterruptFlow::endsAll))
        .unless("the thread's own method", that("nobody is above", InterruptFlow::endsThread))
        .pedanticUnless(
            that("a loop goes on", InterruptFlow::loopGoesOn)
                .and(that("for as long as nobody ends it", InterruptFlow::isEndless))
                .and(truth("something interrupts it", InterruptFlow::isInterrupted)),
            "methods that return after it or throw another exception, loops that end by themselves, and threads of which"
                + " nobody is known to interrupt them")
        .say(InterruptSwallowed::message)
        .build();
  }

  private static String message(Match match) {
    if (InterruptFlow.loopGoesOn(match) && InterruptFlow.isEndless(match)) {
      return "The loop in %s catches InterruptedException and goes on: it cannot be cancelled."
          .formatted(match.methodName());
    }
    return (InterruptFlow.rethrows(match)
            ? "%s turns InterruptedException into another one: its callers cannot see the interrupt."
            : "%s drops InterruptedException: its callers cannot see the interrupt.")
        .formatted(match.methodName());
  }
}
