package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.loopOverElements;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.call;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.facts.Loop;
import dev.perflint.facts.VirtualThreads;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.JdkRange;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import java.util.Optional;
import java.util.Set;

/** Flags loops that start a virtual thread for each element, all of which ask the same peer. */
@AutoService(RuleSource.class)
public final class VirtualThreadUnboundedFanout implements RuleSource {
  private static final Set<String> LIMITING =
      Set.of("acquire", "tryAcquire", "acquireUninterruptibly", "acquirePermission");

  @Override
  public Rule rule() {
    return Rule.named("virtual-thread-unbounded-fanout")
        .since("0.1")
        .theme(Theme.VIRTUAL_THREADS)
        .group(Group.PREVIEW)
        .outage("all of them ask the peer at once")
        .effectFromKnowledge("as many queries or connections at once as there are elements")
        .jdk(new JdkRange(21, Integer.MAX_VALUE))
        .technique(Technique.EXECUTORS)
        .effort(Effort.MINUTES_10)
        .userImpact("the database and the services asked have as much to do at once as they bear")
        .summary("virtual thread for each element that waits for a peer, without a limit")
        .why(
            """
            Virtual threads cost so little that nothing slows the loop down: all elements ask the database or the service
            at the same moment. What a pool of platform threads limited by its size is now limited by the peer alone, by
            its connections, its memory or its patience, and whoever else needs a connection stands behind them all.""")
        .instead(
            "Take a permit of a `Semaphore`, sized for the peer, in each task around the call; or ask for many elements"
                + " at once.")
        .caveat(
            "It does not matter for a few elements, or where the client's own pool is meant to be the limit and has a time"
                + " limit for those who wait for it.")
        .evidence(
            new Evidence.Reference(
                "JEP 444 says to guard resources with constructs made for it, such as semaphores, since virtual threads"
                    + " are not limited by a pool.",
                "https://openjdk.org/jeps/444"))
        .flag(
            call(
                    "java.lang.Thread#startVirtualThread(Runnable)",
                    "java.lang.Thread.Builder.OfVirtual#start(Runnable)",
                    "java.util.concurrent.ExecutorService#submit(*)",
                    "java.util.concurrent.Executor#execute(Runnable)",
                    "java.util.concurrent.CompletableFuture#supplyAsync(Supplier, Executor)",
                    "java.util.concurrent.CompletableFuture#runAsync(Runnable, Executor)")
                .where(that("on a virtual thread", m -> VirtualThreads.of(m.file()).run(m.site())))
                .where(truth("its function waits", m -> TaskWork.inPool(m).waits(m.arguments())))
                .inside(loopOverElements()))
        .unless("a permit is taken", that("in the loop", VirtualThreadUnboundedFanout::isLimited))
        .unless("only at start-up or in a command", runsPer("start-up", "command-line"))
        .say(VirtualThreadUnboundedFanout::message)
        .build();
  }

  private static boolean isLimited(Match match) {
    Node within = match.elementLoop().<Node>map(Loop::node).orElse(match.node());
    return limits(within) || limits(match.node());
  }

  private static boolean limits(Node code) {
    return code.findFirst(MethodCallExpr.class, call -> LIMITING.contains(call.getNameAsString()))
        .isPresent();
  }

  private static String message(Match match) {
    Optional<Loop> loop = match.elementLoop();
    return "Each pass of the %s starts a virtual thread that waits%s%s: nothing limits how many do at once."
        .formatted(
            loop.map(Loop::text).orElse("loop"),
            TaskWork.inPool(match).text(match.arguments()),
            Rule.VIA);
  }
}
