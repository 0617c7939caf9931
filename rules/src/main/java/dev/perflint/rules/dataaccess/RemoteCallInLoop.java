package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.loopOverElements;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.on;
import static dev.perflint.match.Patterns.role;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.google.auto.service.AutoService;
import dev.perflint.facts.RemoteCalls;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Once;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags requests to one service that are sent once for each of many elements. */
@AutoService(RuleSource.class)
public final class RemoteCallInLoop implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("remote-call-in-loop")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("1 to 100 ms")
        .technique(Technique.BATCHING)
        .effort(Effort.HOURS_2)
        .userImpact("answers that depend on many remote calls come sooner")
        .summary("remote call made once for each element of a loop")
        .why(
            """
            Each call is a round trip to another process: a millisecond within a data centre, a hundred to somebody
            else's. A loop over a thousand elements waits for a thousand of them, one after another, where one request
            for all of them would do, or some at a time.""")
        .instead(
            "Use the service's call for many, such as `deleteObjects` or a list of ids; where it has none, send some at"
                + " a time, with an executor of a fixed size, and wait for all of them once.")
        .caveat("It does not matter for a handful of elements, or in a job that nobody waits for.")
        .evidence(
            new Evidence.Count(
                "A loop over n elements sends n requests, and the last one goes out when all others have been answered."
                    + " Any access log shows it."))
        .flag(
            anyOf(
                    role(Roles.REMOTE_CALL),
                    on(MethodCallExpr.class, RemoteWork::mayCall),
                    on(MethodReferenceExpr.class, RemoteWork::mayCall))
                .inside(loopOverElements()))
        .unless("another server each time", that("the element says whom", RemoteWork::asksAnother))
        .unless("other threads wait", that("another thread runs it", RemoteWork::runsElsewhere))
        .unless("tries again", that("the loop counts attempts", RemoteWork::triesAgain))
        .unless("reads a page at a time", that("the loop counts pages", RemoteWork::countsPages))
        .unless(
            "reads a resource",
            that("of the class path", m -> RemoteCalls.mayReadResource(m.site())))
        .unless(
            "the answer is there", that("another call waited for it", OpenConnections::isAnswered))
        .unless("once for a batch", that("a guard counts", BatchGuards::isOncePerBatch))
        .unless("only on a cache miss", onCacheMiss())
        .unless("only after a failure", onFailure())
        .unless("nobody waits for it", runsPer("start-up", "command-line", "scheduled", "batch"))
        .handfulIsSmall()
        .once(Once.PER_LOOP)
        .say(RemoteWork::message)
        .build();
  }
}
