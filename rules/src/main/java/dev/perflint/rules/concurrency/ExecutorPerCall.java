package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.droppedPer;
import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.role;
import static dev.perflint.rules.concurrency.ExecutorUse.ending;

import com.google.auto.service.AutoService;
import dev.perflint.facts.OnceFlags;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Condition;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Once;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import dev.perflint.rules.concurrency.ExecutorUse.Ending;

/** Flags executors that live for one call: their threads are started and ended each time. */
@AutoService(RuleSource.class)
public final class ExecutorPerCall implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("executor-per-call")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .outage("each leaves its threads behind")
        .riskOf(ExecutorPerCall::risk)
        .once(Once.PER_FILE)
        .effectFromKnowledge("50 to 500 µs and one thread for each task at a time")
        .technique(Technique.EXECUTORS)
        .effort(Effort.HOURS_1)
        .userImpact("under load tasks wait in one queue instead of starting more threads")
        .summary("executor created for a single call")
        .why(
            """
            Starting a thread costs much more than handing a task to one that waits. An executor that is made for a
            call starts its threads anew each time, and does not limit anything: ten calls at once have ten pools.
            One that nobody shuts down leaves its threads behind, until no more can be made.""")
        .instead(
            "Keep one executor in a field or a bean, sized for all callers together, and shut it down with the"
                + " application; wait for the tasks of a call with `invokeAll` or `CompletableFuture.allOf`. From JDK 21 on,"
                + " `newVirtualThreadPerTaskExecutor` in try-with-resources is right for tasks that wait.")
        .caveat(
            "It does not matter for virtual threads, or in a method that hardly ever runs, if it shuts the executor down.")
        .evidence(
            new Evidence.Benchmark(
                "A call that gives four small tasks to a pool of its own took 766 µs, with a shared pool 30 µs.",
                "executor-per-call"))
        .flag(
            role(Roles.EXPENSIVE_TO_CREATE, "executor")
                .where(
                    truth("nobody else gets hold of it", ExecutorUse::staysLocal)
                        .orElse(droppedPer("request", "message", "event-loop", "reactive")))
                .inside(runsOnce().not())
                .inside(often().or(that("no other rule says so", ExecutorPerCall::isLeftToThis))))
        .unless("only at start-up or in a command", runsPer("start-up", "command-line"))
        .unless("made once for each key", onCacheMiss())
        .unless("made once", that("a flag lets one in", m -> OnceFlags.isForGood(m.site())))
        .unless("of virtual threads", that("its threads are", ExecutorUse::isOfVirtualThreads))
        .pedanticUnless(often(), "methods of which nobody knows how often they run")
        .supersedes("executor-queue-unbounded", "executor-never-shutdown", "thread-pool-unbounded")
        .say(ExecutorPerCall::message)
        .build();
  }

  /**
   * Where the threads add up: a job that ends its pool each time is left alone. Of other methods
   * nobody knows how often they run, but one that waits for its tasks starts no service that is
   * meant to stay.
   */
  private static Condition often() {
    Condition leaks = that("it is never shut down", m -> ending(m) == Ending.LEFT);
    Condition forGood = that("its threads stay for good", ExecutorUse::holdsThreads);
    return loop()
        .or(runsPer("request", "message", "event-loop", "reactive"))
        .or(leaks.and(runsPer("scheduled", "batch")))
        .or(leaks.and(forGood).and(that("its tasks are awaited", ExecutorUse::isAwaited)));
  }

  /** What is left behind for good, in a method that is no start, is said without any caller. */
  private static boolean isLeftToThis(Match match) {
    return ExecutorUse.staysLocal(match).mayBeReported()
        && (ending(match) == Ending.ENDED
            || !ExecutorUse.holdsThreads(match)
            || ThreadLimits.isLifecycle(match));
  }

  /** Threads that end with the call cost time; those that stay add up. */
  private static Risk risk(Match match) {
    if (ending(match) == Ending.ENDED || isOfFactory(match)) {
      return Risk.LATENCY;
    }
    return ExecutorUse.holdsThreads(match) ? Risk.OUTAGE : Risk.BUILD_UP;
  }

  /** Whether callers get it: whether they end it is not known here. */
  private static boolean isOfFactory(Match match) {
    return !ExecutorUse.staysLocal(match).mayBeReported();
  }

  private static String message(Match match) {
    String end =
        isOfFactory(match)
            ? " and dropped" + Rule.VIA
            : switch (ending(match)) {
              case ENDED -> " and shut down after it: its threads are started anew each time";
              case LEFT ->
                  ExecutorUse.holdsThreads(match)
                      ? " and never shut down: its threads stay"
                      : " and never shut down: its threads stay until they time out or are collected";
              case UNSEEN -> "";
            };
    return "A new %s is made on every call of %s%s."
        .formatted(match.typeName(), match.methodName(), end);
  }
}
