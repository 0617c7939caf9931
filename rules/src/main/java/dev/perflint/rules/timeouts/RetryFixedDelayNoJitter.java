package dev.perflint.rules.timeouts;

import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.on;
import static dev.perflint.match.Patterns.role;

import com.github.javaparser.ast.expr.MarkerAnnotationExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags retries of which all instances of a service wait equally long. */
@AutoService(RuleSource.class)
public final class RetryFixedDelayNoJitter implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("retry-fixed-delay-no-jitter")
        .since("0.1")
        .theme(Theme.TIMEOUTS)
        .group(Group.PEDANTIC)
        .risk(Risk.LATENCY)
        .effectFromKnowledge(
            "waves of retries, in which all that failed together comes again together")
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("a server that comes back is not knocked down again")
        .summary("retries that all wait for the same time")
        .why(
            """
            What fails fails for many at once: all of them wait for the same time and ask again in the same moment, and once more
            after that. The other side sees nothing between the waves and too much in each, and of those who ask most fail again.""")
        .instead(
            "Let the wait grow and add a random part: `@Backoff(delay = 200, multiplier = 2, random = true)`, an"
                + " `ExponentialRandomBackOffPolicy`, Reactor's `Retry.backoff`.")
        .caveat(
            "It does not matter where one instance asks, or where few of many calls fail together.")
        .evidence(
            new Evidence.Reference(
                "Retries without jitter come in clusters, and jitter spreads them.",
                "https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/"))
        .flag(
            anyOf(
                on(NormalAnnotationExpr.class, FixedDelays::areAsked),
                on(MarkerAnnotationExpr.class, FixedDelays::areAsked),
                role(Roles.FIXED_DELAY)))
        .unless("only at start-up or in a command", runsPer("start-up", "command-line"))
        .say(
            m ->
                m.node() instanceof NormalAnnotationExpr || m.node() instanceof MarkerAnnotationExpr
                    ? "Each retry waits for the same time, here and in all other instances."
                    : "Each retry with what `%s` gives waits for the same time, here and in all other instances."
                        .formatted(m.callee().equals("new") ? m.typeName() : m.callee()))
        .build();
  }
}
