package dev.perflint.rules.timeouts;

import static dev.perflint.match.Conditions.onUncalledWay;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags gRPC stubs whose calls wait for an answer without end. */
@AutoService(RuleSource.class)
public final class GrpcCallNoDeadline implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("grpc-call-no-deadline")
        .since("0.1")
        .theme(Theme.TIMEOUTS)
        .risk(Risk.OUTAGE)
        .effectFromKnowledge("one thread and one stream waiting for ever when the server stalls")
        .heatOfUse(Roles.REMOTE_CALL)
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("a stalled server gives DEADLINE_EXCEEDED after the limit instead of no answer")
        .summary("blocking gRPC stub whose calls have no deadline")
        .why(
            """
            gRPC waits for an answer for as long as the connection stands; a call has no deadline unless somebody gives it
            one. A server that accepts calls and does not answer takes a thread of its client with each of them, and the
            work goes on over there for callers that nobody waits for any more.""")
        .instead(
            "Give each call one, `stub.withDeadlineAfter(2, TimeUnit.SECONDS).quote(request)`, or all calls of the channel"
                + " by an interceptor that sets it where the call options have none.")
        .caveat(
            "It does not matter in a command whose user can stop it, and for streams that go on for as long as both sides"
                + " like. A call that is made while another one is served has the deadline of that one, if that has one.")
        .evidence(
            new Evidence.Reference(
                "By the guide gRPC sets no deadline by default, so that a client may wait for a response"
                    + " effectively for ever.",
                "https://grpc.io/docs/guides/deadlines/"))
        .flag(
            on(MethodCallExpr.class, Stubs::isMadeBlocking)
                .where(that("its calls wait for an answer", Stubs::isAsked)))
        .unless("the file sets deadlines", that("deadlines are set here", Stubs::setsDeadlines))
        .unless(
            "an interceptor sets them", truth("they are set elsewhere", Stubs::isLimitedElsewhere))
        .unless("in a server's handler", truth("it inherits one", Stubs::inheritsDeadline))
        .unless("in a command", runsPer("command-line"))
        .pedanticUnless(onUncalledWay().not(), "code that nobody runs in an application")
        .say(
            m ->
                "Calls of the stub made in %s have no deadline: when the server does not answer, they never return."
                    .formatted(m.methodName()))
        .build();
  }
}
