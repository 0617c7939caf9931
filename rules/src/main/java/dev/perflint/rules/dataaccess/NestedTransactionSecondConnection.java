package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.onUncalledWay;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Once;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags transactions that are opened while the same thread holds another one. */
@AutoService(RuleSource.class)
public final class NestedTransactionSecondConnection implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("nested-transaction-second-connection")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .outage(
            "requests that hold one connection wait for a second one that none of them gives back")
        .effect("0.3 to 3 ms")
        .technique(Technique.CONNECTION_POOLING)
        .effort(Effort.HOURS_2)
        .userImpact("under load requests no longer wait for connections that they hold themselves")
        .summary("second transaction opened while the first one holds its connection")
        .why(
            """
            The outer transaction keeps its connection while the inner one takes another from the same pool. When as many
            threads as the pool has connections are in the outer one, each waits for a second connection that none of
            them gives back: all of them stand until the wait times out, and so does everybody else.""")
        .instead(
            "Do the inner work after the outer transaction is over, as `@TransactionalEventListener` does, let it join"
                + " the outer one, or hand it to another thread and do not wait. Where it has to stay, the pool needs more"
                + " than one connection for each thread that may be in here.")
        .caveat(
            "It does not matter where only one thread at a time gets here, as in a nightly job, or where the two"
                + " transactions belong to different data sources.")
        .evidence(
            new Evidence.Reference(
                "HikariCP gives the size from which on threads that need several connections at a time cannot block each"
                    + " other: threads x (connections each - 1) + 1.",
                "https://github.com/brettwooldridge/HikariCP/wiki/About-Pool-Sizing"))
        .once(Once.PER_CALLEE)
        .flag(on(MethodCallExpr.class, NewTransactions::areOpened))
        .unless("only on a cache miss", onCacheMiss())
        .unless("only after a failure", onFailure())
        .unless(
            "only where the open one is lost",
            that("it asks for a rollback before", NewTransactions::isAfterRollback))
        .unless("runs at start-up", runsPer("start-up"))
        .pedanticUnless(onUncalledWay().not(), "code that nobody runs in an application")
        .say(NewTransactions::message)
        .build();
  }
}
