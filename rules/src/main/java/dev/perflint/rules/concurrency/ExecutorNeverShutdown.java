package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.role;

import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.match.Pattern;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags executors whose threads stay when nobody can end them any more. */
@AutoService(RuleSource.class)
public final class ExecutorNeverShutdown implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("executor-never-shutdown")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .outage("its threads stay until the process ends")
        .effectFromKnowledge("its threads, and all that their tasks hold, for good")
        .technique(Technique.EXECUTORS)
        .effort(Effort.MINUTES_10)
        .userImpact("the number of threads stays the same however long the process runs")
        .summary("executor whose threads stay after its owner is gone")
        .why(
            """
            The threads of a fixed or scheduled pool wait for tasks until the pool is shut down, and keep it from being
            collected. An executor that a method makes and forgets, or that an object leaves behind when it is closed,
            leaves its threads to the process: each time there are more of them, with a stack each and whatever their
            tasks refer to, until no more can be made.""")
        .instead(
            "Shut it down where its owner ends, in `close` or `@PreDestroy`; or let all owners share one executor, which"
                + " ends with the application.")
        .caveat(
            "It does not matter for an owner of which there is one, as long as the process lives.")
        .evidence(
            new Evidence.Reference(
                "By its documentation a pool that is no longer referenced and has no remaining threads may be"
                    + " reclaimed; the threads of a core that does not time out remain.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/ThreadPoolExecutor.html"))
        .flag(anyOf(leftByOwner(), leftByMethod(), endedByNobody()))
        .unless("made once for each key", onCacheMiss())
        .pedanticUnless(
            truth("its owner is one of many", OwnedPools::isOfOneForAll)
                .not()
                .and(that("somebody lost it", ExecutorNeverShutdown::isLost)),
            "objects of which the application has one, and pools that nothing ends or whose threads time out")
        .supersedes("executor-queue-unbounded", "thread-pool-max-size-ineffective")
        .say(ExecutorNeverShutdown::message)
        .build();
  }

  private static Pattern leftByOwner() {
    return role(Roles.EXPENSIVE_TO_CREATE, "executor")
        .where(that("the owner forgets it when it ends", OwnedPools::isForgotten));
  }

  private static Pattern leftByMethod() {
    return role(Roles.EXPENSIVE_TO_CREATE, "executor")
        .where(that("its threads stay", ExecutorUse::holdsThreads))
        .where(truth("nobody else gets hold of it", ExecutorUse::staysLocal))
        .where(that("never shut down", m -> ExecutorUse.ending(m) == ExecutorUse.Ending.LEFT))
        .inside(
            runsOnce()
                .or(runsPer("start-up", "command-line"))
                .or(that("a method to start something", ThreadLimits::isLifecycle))
                .not());
  }

  /** By an owner that ends, or by the method that made it. */
  private static boolean isLost(Match match) {
    return ExecutorUse.holdsThreads(match)
        && (OwnedPools.isForgotten(match) || !OwnedPools.isEndedByNobody(match));
  }

  /** The owner has no end, or a subclass may add what is missing in it. */
  private static Pattern endedByNobody() {
    return role(Roles.EXPENSIVE_TO_CREATE, "executor")
        .where(that("nothing in its class ends it", OwnedPools::isEndedByNobody))
        .where(that("its class may have many objects", OwnedPools::isOfMany));
  }

  private static String message(Match match) {
    if (OwnedPools.instanceField(match).isEmpty()) {
      return "Each call of %s makes a %s that nobody can shut down: its threads stay."
          .formatted(match.methodName(), match.typeName());
    }
    String field = OwnedPools.instanceField(match).get().getNameAsString();
    if (isLost(match)) {
      return "%s() does not shut `%s` down: its threads stay."
          .formatted(
              OwnedPools.ending(match).map(m -> m.getNameAsString()).orElse("its end"), field);
    }
    return (ExecutorUse.holdsThreads(match)
            ? "Nothing in its class shuts `%s` down: each object leaves its threads behind."
            : "Nothing in its class shuts `%s` down: its threads stay until they time out.")
        .formatted(field);
  }
}
