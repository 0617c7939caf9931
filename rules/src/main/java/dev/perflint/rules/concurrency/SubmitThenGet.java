package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.facts.Transactions;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import java.util.List;

/** Flags tasks that are given to another thread only to be waited for at once. */
@AutoService(RuleSource.class)
public final class SubmitThenGet implements RuleSource {
  private static final List<String> VIRTUAL =
      List.of("newVirtualThreadPerTaskExecutor", "ofVirtual", "startVirtualThread");

  @Override
  public Rule rule() {
    return Rule.named("submit-then-get")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("10 to 50 µs")
        .technique(Technique.EXECUTORS)
        .effort(Effort.MINUTES_10)
        .userImpact("none, or the wait for a free thread of the pool, which is gone")
        .summary("task given to another thread and waited for at once")
        .why(
            """
            Nothing runs meanwhile: two threads are held for one task, and it is handed over and back, which costs some
            ten microseconds when the other thread is free. When it is not, the task stands in line behind others while
            the thread that could have run it waits.""")
        .instead(
            "Call the method directly. To have work done at the same time, start all of it before the first wait; to"
                + " limit how much of it runs at once, take a permit of a `Semaphore`.")
        .caveat(
            "It does not matter where the other thread is what is wanted, as one with another context is.")
        .evidence(
            new Evidence.Count(
                "Under load as many threads wait as run: each such call holds two of them until it is done."))
        .flag(
            call(
                    "java.util.concurrent.Future#get()",
                    "java.util.concurrent.CompletableFuture#get()",
                    "java.util.concurrent.CompletableFuture#join()")
                .where(that("for a task of any thread just now", TaskAtOnce::runsOnAnyThread)))
        .unless("other tasks run meanwhile", that("they do", TaskAtOnce::isOneOfSeveral))
        .unless(
            "its callers are virtual threads",
            that("the file starts such", SubmitThenGet::startsVirtualThreads))
        .unless("an empty task", that("it only waits its turn", TaskAtOnce::isEmpty))
        .unless(
            "outside of the transaction",
            that(
                "a transaction is open",
                m -> Transactions.of(m.file()).around(m.site()).isPresent()))
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .supersedes("wait-without-deadline", "blocking-call-in-common-pool")
        .say(SubmitThenGet::message)
        .build();
  }

  /** What they hand on leaves them on purpose: it computes, or would pin their carriers. */
  private static boolean startsVirtualThreads(Match match) {
    return VIRTUAL.stream().anyMatch(name -> !match.callsNamed(name).isEmpty());
  }

  private static String message(Match match) {
    return "`%s` in %s waits at once for what `%s` has given to another thread."
        .formatted(
            match.callee(),
            match.methodName(),
            TaskAtOnce.of(match).map(MethodCallExpr::getNameAsString).orElse("it"));
  }
}
