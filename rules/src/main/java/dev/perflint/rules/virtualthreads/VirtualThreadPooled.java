package dev.perflint.rules.virtualthreads;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.github.javaparser.ast.expr.Expression;
import com.google.auto.service.AutoService;
import dev.perflint.facts.VirtualThreads;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.JdkRange;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags pools that keep virtual threads for the next task. */
@AutoService(RuleSource.class)
public final class VirtualThreadPooled implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("virtual-thread-pooled")
        .since("0.1")
        .theme(Theme.VIRTUAL_THREADS)
        .group(Group.PREVIEW)
        .risk(Risk.THROUGHPUT)
        .effectFromKnowledge("tasks that queue for a thread, though a new one costs a microsecond")
        .jdk(new JdkRange(21, Integer.MAX_VALUE))
        .technique(Technique.EXECUTORS)
        .effort(Effort.MINUTES_10)
        .userImpact("as many waits at once as the other side bears, without a queue in between")
        .summary("pool of virtual threads")
        .why(
            """
            A pool saves the start of threads that are dear and limits how many there are. Virtual threads cost about a
            microsecond and some hundred bytes each, so there is nothing to save; a pool of n of them makes tasks queue
            for a thread as they do for platform threads, mostly in a queue without a limit, and what thread locals
            hold stays with each of them.""")
        .instead(
            "Use `Executors.newVirtualThreadPerTaskExecutor()`, or `newThreadPerTaskExecutor` with the factory, and where"
                + " the number of tasks at once must be limited take a permit of a `Semaphore` in the task.")
        .caveat(
            "It does not matter where the pool is meant as the limit and its queue has one, too.")
        .evidence(
            new Evidence.Reference(
                "JEP 444 says not to pool virtual threads, and to limit concurrency with semaphores instead.",
                "https://openjdk.org/jeps/444"))
        .flag(
            call(
                    "java.util.concurrent.Executors#newFixedThreadPool(int, ThreadFactory)",
                    "java.util.concurrent.Executors#newCachedThreadPool(ThreadFactory)",
                    "java.util.concurrent.ThreadPoolExecutor#new(*)")
                .where(that("of virtual threads", m -> VirtualThreads.of(m.file()).run(m.site()))))
        .unless("of one thread, to keep an order", that("it is", VirtualThreadPooled::isOfOne))
        .supersedes("executor-queue-unbounded", "thread-pool-max-size-ineffective")
        .say(
            m ->
                "This %s keeps virtual threads, and makes tasks wait for one."
                    .formatted(m.callee().equals("new") ? m.typeName() : "pool"))
        .build();
  }

  private static boolean isOfOne(Match match) {
    Expression most = match.argument(1).filter(size -> match.arguments().size() > 2).orElse(null);
    Expression size = most == null ? match.argument(0).orElse(null) : most;
    return size != null && size.toString().equals("1");
  }
}
