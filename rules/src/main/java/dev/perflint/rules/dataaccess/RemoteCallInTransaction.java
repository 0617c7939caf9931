package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.onUncalledWay;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;
import static dev.perflint.match.Patterns.on;
import static dev.perflint.match.Patterns.role;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.google.auto.service.AutoService;
import dev.perflint.facts.RemoteCalls;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Once;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import dev.perflint.rule.Urgency;

/** Flags waits for another process, or for a clock, while a database transaction is open. */
@AutoService(RuleSource.class)
public final class RemoteCallInTransaction implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("remote-call-in-transaction")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .outage("its connection is kept from all others for as long as the peer takes")
        .riskOf(TransactionWork::risk)
        .effect("1 to 100 ms")
        .urgent(Urgency.ANYWHERE)
        .technique(Technique.ALGORITHM)
        .effort(Effort.HOURS_2)
        .userImpact("a slow partner no longer takes the database connections of everybody else")
        .summary("remote call made while a database transaction is open")
        .why(
            """
            A transaction holds a connection of the pool, and the locks of the rows that it has changed, until it ends.
            A request to another service in it makes that as long as the answer takes: when the other side becomes slow,
            the pool runs empty, and requests that have nothing to do with it wait for a connection. Most connections are
            taken when the transaction begins, so it helps little to send the request before the first statement. And a
            rollback takes nothing back that was sent.""")
        .instead(
            "Make the call before the transaction begins or after it is over: in the method that calls this one, in a"
                + " `@TransactionalEventListener`, or from an outbox table that the transaction writes to.")
        .caveat(
            "It does not matter where the transaction is hardly ever open twice at a time, as in a nightly job, or where"
                + " connections are taken with the first statement only, as Hibernate does when it is told that the"
                + " provider disables auto-commit, and none has run yet.")
        .evidence(
            new Evidence.Reference(
                "HikariCP lends out at most `maximumPoolSize` connections, ten unless it is set, and whoever asks for"
                    + " another one waits for `connectionTimeout`.",
                "https://github.com/brettwooldridge/HikariCP"))
        .flag(
            anyOf(
                    role(Roles.REMOTE_CALL),
                    call("java.lang.Thread#sleep(*)", "java.util.concurrent.TimeUnit#sleep(long)"),
                    on(MethodCallExpr.class, TransactionWork::mayCall),
                    on(MethodReferenceExpr.class, TransactionWork::mayCall))
                .where(that("a transaction is open", TransactionWork::isOpen)))
        .unless("said inside", that("the method is transactional", TransactionWork::isSaidInside))
        .unless(
            "reads a resource",
            that("of the class path", m -> RemoteCalls.mayReadResource(m.site())))
        .unless("only on a cache miss", onCacheMiss())
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .pedanticUnless(
            runsPer("daily-request", "message", "event-loop", "reactive", "batch", "library")
                .and(onUncalledWay().not()),
            "code that no request or message is known to reach in an application, or that nobody runs, and in requests beside its daily work")
        .say(TransactionWork::message)
        .once(Once.PER_TRANSACTIONAL_TYPE)
        .supersedes("remote-call-in-loop", "wait-without-deadline")
        .build();
  }
}
