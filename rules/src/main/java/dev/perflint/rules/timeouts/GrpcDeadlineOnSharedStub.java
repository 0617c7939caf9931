package dev.perflint.rules.timeouts;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags deadlines that are set once for all calls of a stub. */
@AutoService(RuleSource.class)
public final class GrpcDeadlineOnSharedStub implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("grpc-deadline-on-shared-stub")
        .since("0.1")
        .theme(Theme.TIMEOUTS)
        .group(Group.PREVIEW)
        .risk(Risk.OUTAGE)
        .effectFromKnowledge("every call after the first few seconds fails at once")
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("calls work for longer than the first seconds after the start")
        .summary("gRPC deadline set once on a stub that is kept")
        .why(
            """
            A deadline is a point in time, not a span: `withDeadlineAfter(5, SECONDS)` counts from where it stands. On a stub
            that is kept it is over five seconds after the start, and from then on each call fails with
            DEADLINE_EXCEEDED before it has left. Tests are too short to see it.""")
        .instead(
            "Keep the stub without one and set it for each call, `stub.withDeadlineAfter(5, SECONDS).quote(request)`: that"
                + " copies a small object and shares the channel.")
        .caveat("It does not matter in a program that makes its stub, calls it once and ends.")
        .evidence(
            new Evidence.Reference(
                "The guide tells a deadline, a point in time, from a timeout; by the documentation"
                    + " of the stub the deadline is set to the given time from now.",
                "https://grpc.github.io/grpc-java/javadoc/io/grpc/stub/AbstractStub.html"))
        .flag(
            on(MethodCallExpr.class, Stubs::setsDeadline)
                .where(that("its result is kept", Stubs::isShared)))
        .say(
            m ->
                "`%s` in %s counts from now, and the result is kept: once that is over all calls fail at once."
                    .formatted(m.callee(), m.methodName()))
        .build();
  }
}
