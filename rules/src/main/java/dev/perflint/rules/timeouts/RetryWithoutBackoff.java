package dev.perflint.rules.timeouts;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.stmt.CatchClause;
import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags loops that try a remote call again the moment it has failed. */
@AutoService(RuleSource.class)
public final class RetryWithoutBackoff implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("retry-without-backoff")
        .since("0.1")
        .theme(Theme.TIMEOUTS)
        .group(Group.PREVIEW)
        .risk(Risk.OUTAGE)
        .effectFromKnowledge("load multiplied while the other side is down, and one busy core")
        .technique(Technique.CANCELLATION)
        .effort(Effort.HOURS_1)
        .userImpact("the other side gets time to come back")
        .summary("remote call tried again at once after a failure")
        .why(
            """
            A server that is down or overloaded refuses quickly, so a loop that tries again at once asks it thousands of times a
            second, from each thread and each instance: what was a hiccup stays down, and the callers burn a core each.
            All attempts are over before the cause can have gone away.""")
        .instead(
            "Wait between the attempts, longer each time and by a random amount up to a limit, and give up after a few of"
                + " them or after a time.")
        .caveat(
            "It does not matter where the next attempt asks another server, and where the failure says that somebody else was"
                + " first: of optimistic locks the next attempt usually gets through.")
        .evidence(
            new Evidence.Reference(
                "Retries without backoff make an overload worse; jittered backoff spreads them.",
                "https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/"))
        .flag(
            on(CatchClause.class, RetryLoops::ofRemoteCall)
                .where(that("there may be more than three attempts", Retries::areMany)))
        .unless("waits between", that("something waits between", Retries::areDelayed))
        .unless("another server", that("the next attempt is another one", Retries::moveOn))
        .unless("somebody else was first", that("it lost a race", Retries::loseRaces))
        .say(
            m ->
                "After a failure of %s the loop in %s tries again at once."
                    .formatted(Retries.callText(m), m.methodName()))
        .build();
  }
}
