package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.truth;
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

/** Flags asynchronous stages without an executor of their own whose function waits. */
@AutoService(RuleSource.class)
public final class BlockingCallInCommonPool implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("blocking-call-in-common-pool")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge(
            "one of the threads that the whole process shares, for as long as the call waits")
        .technique(Technique.EXECUTORS)
        .effort(Effort.MINUTES_10)
        .userImpact("a slow peer holds up those who wait for it, and nobody else")
        .summary("call that waits on a thread of the common pool")
        .why(
            """
            Without an executor the function runs in the common pool, which has one thread fewer than processors for all
            asynchronous stages and parallel streams of the process. A few calls that wait for a database or a service
            hold them all, and whatever else was to run there stands in line, the parts of other requests too. On one
            processor or two, JDK 8 to 24 start a new thread for each stage instead, without a limit.""")
        .instead(
            "Pass an executor of your own as the last argument, with as many threads as the other side bears and a queue"
                + " with a limit; or use the client's asynchronous calls. From JDK 21 on virtual threads with a semaphore"
                + " do as well.")
        .caveat(
            "It does not matter where hardly anything else uses the pool and few such calls are made at once.")
        .evidence(
            new Evidence.Reference(
                "By its documentation a method without an explicit executor uses the common pool, or a new thread for"
                    + " each task where that has a parallelism of less than two.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/CompletableFuture.html"))
        .flag(
            call(
                    "java.util.concurrent.CompletableFuture#supplyAsync(Supplier)",
                    "java.util.concurrent.CompletableFuture#runAsync(Runnable)",
                    "java.util.concurrent.CompletableFuture#completeAsync(Supplier)",
                    "java.util.concurrent.CompletableFuture#thenApplyAsync(Function)",
                    "java.util.concurrent.CompletableFuture#thenAcceptAsync(Consumer)",
                    "java.util.concurrent.CompletableFuture#thenRunAsync(Runnable)",
                    "java.util.concurrent.CompletableFuture#thenComposeAsync(Function)",
                    "java.util.concurrent.CompletableFuture#thenCombineAsync(CompletionStage, BiFunction)",
                    "java.util.concurrent.CompletableFuture#handleAsync(BiFunction)",
                    "java.util.concurrent.CompletableFuture#whenCompleteAsync(BiConsumer)")
                .where(truth("its function waits", m -> TaskWork.inPool(m).waits(m.arguments()))))
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .say(BlockingCallInCommonPool::message)
        .build();
  }

  private static String message(Match match) {
    return "`%s` in %s makes a thread of the common pool wait%s%s."
        .formatted(
            match.callee(),
            match.methodName(),
            TaskWork.inPool(match).text(match.arguments()),
            Rule.VIA);
  }
}
