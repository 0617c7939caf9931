package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.facts.OnceFlags;
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

/** Flags platform threads that are started for one task each, with nothing that limits them. */
@AutoService(RuleSource.class)
public final class ThreadPerTask implements RuleSource {
  @Override
  public Rule rule() {
    Condition receives = that("it takes what comes in", m -> ThreadStarts.source(m).isPresent());
    return Rule.named("thread-per-task")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .outage("threads grow without a limit under load")
        .riskOf(ThreadPerTask::risk)
        .effect("50 to 100 µs")
        .technique(Technique.EXECUTORS)
        .effort(Effort.HOURS_1)
        .userImpact("under load tasks wait in a queue, or are refused, instead of starting threads")
        .summary("thread started for a single task")
        .why(
            """
            A platform thread is a thread of the operating system: starting one costs 50 to 100 µs and reserves a stack,
            a megabyte by default. Nothing limits how many run at once. When tasks come faster than they end, threads
            pile up until the memory or the system's limit is reached, and then everything in the process fails.""")
        .instead(
            "Give the task to one executor for all callers, with a fixed number of threads and a bounded queue; on JDK 21"
                + " and later a virtual thread for each task is fine too, with a semaphore around what they reach.")
        .caveat("It does not matter where something else keeps the number of tasks small.")
        .evidence(
            new Evidence.Benchmark(
                "2,000 tasks that wait 5 ms each had 107 threads running at once on two cores, a pool the 32 that it was"
                    + " given; the number grows with the wait.",
                "thread-per-task"))
        .flag(
            anyOf(
                    call(
                        "java.lang.Thread#start()",
                        "java.lang.Thread.Builder.OfPlatform#start(Runnable)"),
                    on(MethodCallExpr.class, ThreadStarts::isByName))
                .where(that("the thread is made for it", ThreadStarts::isMadeForIt))
                .inside(
                    receives
                        .or(
                            that(
                                "each element gets one", m -> ThreadStarts.elements(m).isPresent()))
                        .or(runsPer("request", "message", "event-loop", "reactive"))))
        .unless(
            "only at start-up or in a command",
            startUp().or(runsPer("start-up", "command-line")).and(receives.not()))
        .unless(
            "starts what runs from then on",
            that("its method is called so", ThreadLimits::isLifecycle).and(receives.not()))
        .unless("one at a time", onCacheMiss().or(flagged()))
        .unless("only after a failure", onFailure())
        .unless(
            "ends the application", that("its method is called so", ThreadLimits::endsApplication))
        .unless("beside a new process", truth("a process is near", ThreadLimits::servesProcess))
        .say(ThreadPerTask::message)
        .build();
  }

  private static Condition startUp() {
    return new Condition(
        "in code that runs once", match -> match.file().roles().runsOnce(match.site().frame()));
  }

  private static Condition flagged() {
    return that("a flag lets one through", m -> OnceFlags.isBehind(m.site()));
  }

  /** A thread ends with its work: only where calls come steadily are there ever too many. */
  private static Risk risk(Match match) {
    if (ThreadLimits.isJoined(match) || ThreadLimits.isLimited(match)) {
      return Risk.LATENCY;
    }
    boolean forMany =
        ThreadStarts.source(match).isPresent() || ThreadStarts.elements(match).isPresent();
    return forMany ? Risk.OUTAGE : Risk.BUILD_UP;
  }

  private static String message(Match match) {
    String when =
        ThreadStarts.source(match)
            .map(taken -> "for everything that `" + taken.getNameAsString() + "` returns")
            .or(() -> ThreadStarts.elements(match).map(loop -> "for each element: " + loop.text()))
            .orElseGet(() -> "on every call of " + match.methodName());
    String limit =
        ThreadLimits.isJoined(match)
            ? "and waited for"
            : ThreadLimits.isLimited(match)
                ? "though their number is limited"
                : "and nothing limits their number";
    return "A new thread is started %s, %s.".formatted(when, limit);
  }
}
