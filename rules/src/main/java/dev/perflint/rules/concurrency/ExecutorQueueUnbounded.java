package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.staysLocal;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Conditions.usedPer;
import static dev.perflint.match.Patterns.role;

import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Condition;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags thread pools that take any number of waiting tasks and are fed by requests or messages. */
@AutoService(RuleSource.class)
public final class ExecutorQueueUnbounded implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("executor-queue-unbounded")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .outage("waiting tasks grow without a limit while more come than are done")
        // A queue grows only where tasks come faster than the threads do them, which the code does
        // not show: of 15 places that were read late in November three were worth a change,
        // the others take few tasks, or ones that are counted elsewhere.
        .riskOf(m -> TaskQueue.startsThreads(m) ? Risk.OUTAGE : Risk.LATENCY)
        .effectFromKnowledge(
            "each waiting task and all that it holds stay in memory, and each waits longer")
        .heatOfUse(Roles.RUNS_LATER)
        .technique(Technique.EXECUTORS)
        .effort(Effort.HOURS_1)
        .userImpact("when the queue is full, callers are slowed down or get an error at once")
        .summary("thread pool that takes any number of waiting tasks")
        .why(
            """
            When tasks come faster than the threads finish them, the queue takes all of them: each task waits longer
            than the one before, long after its caller has given up, and what the tasks hold stays in memory until it
            runs out. The caller, who could slow down or refuse, learns nothing of it.""")
        .instead(
            "Give the queue a capacity, from the wait that callers accept, and say what happens when it is full:"
                + " `new ThreadPoolExecutor(n, n, 0, SECONDS, new ArrayBlockingQueue<>(capacity), new"
                + " CallerRunsPolicy())`, in Spring `setQueueCapacity`, or `setConcurrencyLimit` for a"
                + " `SimpleAsyncTaskExecutor`; `AbortPolicy` where callers must not be held, as on an"
                + " event loop.")
        .caveat(
            "It does not matter where something that the code does not show limits the callers, e.g. a gateway.")
        .evidence(
            new Evidence.Benchmark(
                "Of 20,000 tasks that come faster than two threads do them 18,970 waited at once; with a capacity of"
                    + " 100, and the caller helping out, 100.",
                "executor-queue-unbounded"))
        .flag(
            role(Roles.UNBOUNDED_QUEUE)
                .where(truth("nothing limits its queue", TaskQueue::isUnbounded))
                .where(isFed().or(that("somebody chose the queue", TaskQueue::isChosen))))
        .unless("made for one call", outlivesTheCall().not())
        .unless("its settings are bound to it", that("by the container", TaskQueue::isConfigured))
        .unless("of virtual threads", that("its threads are", TaskQueue::isOfVirtualThreads))
        .pedanticUnless(
            isFed().and(that("kept in a field", ExecutorUse::isKept).or(runsOnce())),
            "pools with an explicit queue, and those with a thread for each task, of which nobody knows who feeds them")
        .supersedes("thread-pool-max-size-ineffective")
        .say(
            m ->
                TaskQueue.startsThreads(m)
                    ? "This %s starts a thread for each task, without a limit."
                        .formatted(m.typeName())
                    : "Any number of tasks can wait in the queue of this %s."
                        .formatted(m.typeName()))
        .build();
  }

  private static Condition outlivesTheCall() {
    Condition handedOn = staysLocal().not().and(runsOnce());
    Condition chosen = that("somebody chose the queue", TaskQueue::isChosen);
    Condition given =
        that("somebody gets it", m -> !ExecutorUse.staysLocal(m).mayBeReported()).and(chosen);
    return that("kept in a field", ExecutorUse::isKept).or(handedOn).or(given);
  }

  private static Condition isFed() {
    return usedPer(Roles.RUNS_LATER, "request", "message", "event-loop", "reactive");
  }
}
