package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.usedPer;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags queues without a capacity between those who ask for work and a thread that does it. */
@AutoService(RuleSource.class)
public final class QueueFieldUnbounded implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("queue-field-unbounded")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .outage("it grows without a limit while more comes than is taken")
        .effectFromKnowledge("all that its consumer has not come to yet stays in memory")
        .heatOfUse(Roles.FILLS_QUEUE)
        .technique(Technique.PIPELINES)
        .effort(Effort.HOURS_1)
        .userImpact("when the queue is full, who fills it waits, or what it brings is refused")
        .summary("queue without a capacity between requests and the thread that works for them")
        .why(
            """
            A thread takes from this queue what others put in. When it falls behind, because a database is slow or
            down, the queue takes everything: memory fills, each element waits longer than the one before, and those
            who could slow down learn nothing of it. The end is an OutOfMemoryError, with all that waited lost.""")
        .instead(
            "Give the queue a capacity, `new LinkedBlockingQueue<>(10_000)`, and decide what happens when it is full:"
                + " `offer` with a time limit and an error for the caller, `put` where the caller may wait, or count and"
                + " drop what can be missed.")
        .caveat(
            "It does not matter where something else limits what is under way, e.g. one element for each session.")
        .evidence(
            new Evidence.Reference(
                "Without a capacity a LinkedBlockingQueue takes Integer.MAX_VALUE elements.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/LinkedBlockingQueue.html"))
        .flag(
            call(
                    "java.util.concurrent.LinkedBlockingQueue#new()",
                    "java.util.concurrent.LinkedBlockingDeque#new()",
                    "java.util.concurrent.LinkedTransferQueue#new()",
                    "java.util.concurrent.PriorityBlockingQueue#new(*)")
                .where(that("a thread waits for its elements", FieldQueue::isWorkedOff))
                .where(that("somebody puts them in", FieldQueue::isFilled)))
        .unless("its users look at its size", that("asked for", FieldQueue::isMeasured))
        .unless("others have it, too", that("handed out", FieldQueue::isHandedOut))
        .unless("a permit is needed to fill it", that("by a semaphore", FieldQueue::needsPermit))
        .pedanticUnless(
            usedPer(Roles.FILLS_QUEUE, "request", "message", "event-loop", "reactive"),
            "classes of which nothing shows that those fill them who come in any number")
        .say(QueueFieldUnbounded::message)
        .build();
  }

  private static String message(Match match) {
    return "Any number of elements can wait in `%s`: it has no capacity."
        .formatted(FieldQueue.name(match));
  }
}
