package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.usedPer;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.facts.VirtualThreads;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags pools that start a platform thread for each task that waits, fed by requests. */
@AutoService(RuleSource.class)
public final class ThreadPoolUnbounded implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("thread-pool-unbounded")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .outage("threads grow without a limit under load")
        .effectFromKnowledge("one thread and its stack for each task that is under way")
        .heatOfUse(Roles.RUNS_LATER)
        .technique(Technique.EXECUTORS)
        .effort(Effort.HOURS_1)
        .userImpact("under load callers are slowed down or get an error at once; the process lives")
        .summary("thread pool without a limit of threads")
        .why(
            """
            A cached pool has no queue: when no thread is free, it starts one. While tasks come faster than they end, for
            example because a database has become slow, it starts hundreds of threads a second, until the memory or the
            system's limit is reached and everything in the process fails, with what was slow already under more load
            than ever.""")
        .instead(
            "Give the pool a maximum, from what the other side bears, and say what happens when all threads are busy:"
                + " `new ThreadPoolExecutor(n, n, 60, SECONDS, new ArrayBlockingQueue<>(capacity), new"
                + " CallerRunsPolicy())`. From JDK 21 on a virtual thread for each task, with a semaphore around what"
                + " they reach, does as well.")
        .caveat(
            "It does not matter where something else limits how many tasks are under way, e.g. one for each partition.")
        .evidence(
            new Evidence.Reference(
                "By its documentation a cached pool creates a new thread whenever none is available; the system's"
                    + " resources are its only limit.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/Executors.html"))
        .flag(
            anyOf(
                call("java.util.concurrent.Executors#newCachedThreadPool(*)"),
                call("java.util.concurrent.ThreadPoolExecutor#new(*)")
                    .where(that("it starts any number of threads", PoolSizes::isEndless))))
        .unless(
            "of virtual threads",
            that("its threads are", m -> VirtualThreads.of(m.file()).run(m.site())))
        .pedanticUnless(
            usedPer(Roles.RUNS_LATER, "request", "message", "event-loop", "reactive"),
            "pools of which nobody knows how often they are given a task")
        .say(
            m ->
                "This %s starts a thread for each task that finds none free, without a limit."
                    .formatted(name(m)))
        .build();
  }

  private static String name(Match match) {
    return match.callee().equals("newCachedThreadPool") ? "cached pool" : match.typeName();
  }
}
