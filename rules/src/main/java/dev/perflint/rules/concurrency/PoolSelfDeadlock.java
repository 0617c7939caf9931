package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.role;

import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags tasks of a pool that wait for other tasks of the same pool. */
@AutoService(RuleSource.class)
public final class PoolSelfDeadlock implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("pool-self-deadlock")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .outage("tasks that wait for others take every thread that could run these")
        .effectFromKnowledge("a thread held for each task that waits; the whole pool once all do")
        .technique(Technique.EXECUTORS)
        .effort(Effort.HOURS_1)
        .userImpact("the pool goes on under load, where it would have stood still until a restart")
        .summary("task that waits for a task of its own pool")
        .why(
            """
            The task holds one of the pool's threads while it waits for another task, which needs a thread of the same
            pool. As long as some are free this only wastes them. When as many such tasks run as there are threads, each
            waits for a task that none of them can start: the pool stands still for good, and with it all that is
            handed to it later.""")
        .instead(
            "Run the inner work in the task itself, compose it (`thenCompose`, `thenCombine`) instead of waiting, or give it a"
                + " pool of its own.")
        .caveat(
            "It does not matter where something keeps the number of outer tasks below the pool's size.")
        .evidence(
            new Evidence.Count(
                "With two threads, two tasks that each submit one and wait for it never end; with three threads both do."))
        .flag(
            role(Roles.WAITS, "future")
                .where(that("for a task of its own pool", m -> SelfWait.pool(m).isPresent())))
        .supersedes("wait-without-deadline", "submit-then-get")
        .say(PoolSelfDeadlock::message)
        .build();
  }

  private static String message(Match match) {
    String pool = SelfWait.pool(match).map(p -> p.getNameAsString()).orElse("the pool");
    return "`%s` in %s holds a thread of `%s` while it waits for a task that needs one, too."
        .formatted(match.callee(), match.methodName(), pool);
  }
}
