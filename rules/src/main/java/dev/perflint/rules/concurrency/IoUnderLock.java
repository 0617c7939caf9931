package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;
import static dev.perflint.match.Patterns.on;
import static dev.perflint.match.Patterns.role;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.facts.OnceFlags;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Condition;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Once;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags waits for something slow while a lock is held that requests or messages want. */
@AutoService(RuleSource.class)
public final class IoUnderLock implements RuleSource {
  @Override
  public Rule rule() {
    Condition wanted = truth("requests or messages want it", LockedWork::isWanted);
    Condition notCold = runsPer("scheduled", "batch").not();
    return Rule.named("io-under-lock")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .outage("all who need the lock stand in line behind the slowest answer")
        .effect("0.3 to 3 ms")
        .technique(Technique.ALGORITHM)
        .effort(Effort.HOURS_2)
        .userImpact("requests stop queueing behind one another")
        .summary("slow call made while a shared lock is held")
        .why(
            """
            While one thread waits for a database, a remote service or a clock with the lock in its hand, every other
            thread that wants the lock waits too: one request at a time gets through, however many threads there are.
            When the remote side hangs, all of them hang.""")
        .instead(
            "Make the call before taking the lock and only publish its result under it; where the call must not be made"
                + " twice, lock by key, or let the database decide with a constraint or an atomic update.")
        .caveat("It does not matter for a lock that is hardly ever wanted by two at a time.")
        .evidence(
            new Evidence.Benchmark(
                "Eight threads that each wait 20 times for an answer of 2 ms took 400 ms with the lock held and 50 ms with it"
                    + " taken for the result only.",
                "io-under-lock"))
        .flag(
            anyOf(
                    anyOf(
                            role(Roles.REMOTE_CALL),
                            on(MethodCallExpr.class, LockedWork::mayCallRemote))
                        .where(wanted.or(notCold)),
                    anyOf(
                            role(Roles.QUERY),
                            role(Roles.QUERY_BATCH),
                            role(Roles.WAITS, "future"),
                            role(Roles.WAITS, "process"),
                            call(
                                "java.lang.Thread#sleep(*)",
                                "java.util.concurrent.TimeUnit#sleep(long)"),
                            on(MethodCallExpr.class, LockedWork::mayQuery))
                        .where(wanted))
                .where(truth("a lock of all threads is held", LockedWork::holdsShared)))
        .unless("runs at start-up", runsOnce().or(runsPer("start-up", "command-line")))
        .unless("only on a cache miss", onCacheMiss())
        .unless("one at a time", that("a flag lets one through", m -> OnceFlags.isBehind(m.site())))
        .unless("only after a failure", onFailure())
        .unless("only while it is missing", that("a check leaves", LockedPath::isBehindCheck))
        .unless("fills what is kept", that("a field gets the result", LockedPath::fillsField))
        .unless("the lock guards the connection", that("it does", LockedWork::guardsReceiver))
        .once(Once.PER_WHOLE_FILE)
        .supersedes("wait-without-deadline", "virtual-thread-pinning")
        .say(LockedWork::message)
        .build();
  }
}
