package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.call;

import com.github.javaparser.ast.expr.Expression;
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
import java.util.List;
import java.util.Optional;

/** Flags parallel streams whose functions wait for something slow. */
@AutoService(RuleSource.class)
public final class ParallelStreamBlocking implements RuleSource {
  @Override
  public Rule rule() {
    Condition waits =
        truth(
            "a function of it waits",
            m -> TaskWork.inPool(m).waits(ParallelPipelines.functions(m)));
    return Rule.named("parallel-stream-blocking")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge(
            "the threads that all parallel streams of the process share, for as long as they wait")
        .technique(Technique.EXECUTORS)
        .effort(Effort.HOURS_1)
        .userImpact("as many waits at once as was decided, whatever the number of processors is")
        .summary("parallel stream whose function waits for something slow")
        .why(
            """
            The process has one pool for all parallel streams, with one thread fewer than processors. Threads that wait
            for a database or a service leave these processors idle, while every other parallel stream stands in line
            behind them, those of other requests too; and how many waits there are at once is decided by the number of
            processors: on a container with one or two there is next to nothing in parallel.""")
        .instead(
            "Ask for all at once where the other side has a call for that. Else give the waits to an executor of"
                + " their own with the number of threads that the other side bears, or from JDK 21 on to virtual threads"
                + " with a semaphore.")
        .caveat(
            "It does not matter in a program that does nothing else meanwhile, and where the threads are those of a"
                + " ForkJoinPool of its own.")
        .evidence(
            new Evidence.Reference(
                "The documentation of the common pool says how many threads it has, and that a pool makes no"
                    + " adjustments for blocked I/O that it does not manage.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/ForkJoinPool.html"))
        .flag(
            call("java.util.Collection#parallelStream()", "java.util.stream.BaseStream#parallel()")
                .where(waits.or(that("it tells listeners", m -> told(m).isPresent()))))
        .unless("made sequential again", that("it is", ParallelPipelines::isMadeSequential))
        .unless("in a pool of its own", truth("a pool runs it", ParallelPipelines::runsInOwnPool))
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .pedanticUnless(
            waits.and(runsPer("scheduled", "batch").not()),
            "streams that tell listeners of which nobody knows what they do, and those of jobs, for whose end nobody"
                + " waits")
        .say(ParallelStreamBlocking::message)
        .build();
  }

  private static Optional<String> told(Match match) {
    return ListenerCalls.in(ParallelPipelines.functions(match), match);
  }

  private static String message(Match match) {
    List<Expression> functions = ParallelPipelines.functions(match);
    TaskWork work = TaskWork.inPool(match);
    Optional<String> told = work.isSeenToWait(functions) ? Optional.empty() : told(match);
    return told.map(
            name ->
                "The parallel stream in %s runs `%s` of listeners on shared threads, which wait when these do%s."
                    .formatted(match.methodName(), name, Rule.VIA))
        .orElseGet(
            () ->
                "The parallel stream in %s makes shared threads wait%s%s."
                    .formatted(match.methodName(), work.text(functions), Rule.VIA));
  }
}
