package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;
import static dev.perflint.match.Patterns.role;

import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags thread pools that never start the threads that their maximum allows. */
@AutoService(RuleSource.class)
public final class ThreadPoolMaxSizeIneffective implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("thread-pool-max-size-ineffective")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .risk(Risk.THROUGHPUT)
        .effectFromKnowledge("a pool that stays at its core size, whatever waits")
        .heatOfUse(Roles.RUNS_LATER)
        .technique(Technique.EXECUTORS)
        .effort(Effort.MINUTES_10)
        .userImpact("under load as many tasks run at once as the settings say")
        .summary("maximum of a thread pool that is never reached")
        .why(
            """
            A pool starts a thread beyond its core size only when its queue is full. A queue without a limit is never
            full: the pool stays at its core size, and the maximum that somebody chose does nothing. With one core
            thread, the default in Spring, all tasks run one after another.""")
        .instead(
            "Set the core size to the number of threads that is wanted, and `allowCoreThreadTimeOut(true)` where idle ones"
                + " should end; or give the queue a limit, from the wait that callers accept, and say what happens when it"
                + " is full.")
        .caveat(
            "It does not matter where the core size is what the load needs; the maximum then only misleads.")
        .evidence(
            new Evidence.Reference(
                "By its documentation an unbounded queue means that no more than corePoolSize threads are ever"
                    + " created, and the maximum has no effect.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/ThreadPoolExecutor.html"))
        .flag(
            anyOf(
                role(Roles.UNBOUNDED_QUEUE)
                    .where(that("it may grow beyond its core", PoolSizes::differ))
                    .where(truth("its queue is never full", TaskQueue::isUnbounded)),
                call("java.util.concurrent.ScheduledThreadPoolExecutor#setMaximumPoolSize(int)")))
        .unless("its settings are bound to it", that("by the container", TaskQueue::isConfigured))
        .say(ThreadPoolMaxSizeIneffective::message)
        .build();
  }

  private static String message(Match match) {
    return match.callee().equals("setMaximumPoolSize")
        ? "`setMaximumPoolSize` does nothing: a scheduled pool has a queue without a limit and stays at its core size."
        : "This %s never has more threads than its core size, %s: its queue has no limit."
            .formatted(match.typeName(), PoolSizes.core(match));
  }
}
