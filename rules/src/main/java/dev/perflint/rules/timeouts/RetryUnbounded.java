package dev.perflint.rules.timeouts;

import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.on;
import static dev.perflint.match.Patterns.role;

import com.github.javaparser.ast.stmt.CatchClause;
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

/** Flags retries without an end where somebody waits for them. */
@AutoService(RuleSource.class)
public final class RetryUnbounded implements RuleSource {
  private static final String[] WAITED_FOR = {"request", "message", "event-loop", "reactive"};

  @Override
  public Rule rule() {
    return Rule.named("retry-unbounded")
        .since("0.1")
        .theme(Theme.TIMEOUTS)
        .group(Group.PREVIEW)
        .risk(Risk.OUTAGE)
        .effectFromKnowledge(
            "one thread, and whoever waits for it, for as long as the other side is down")
        .technique(Technique.CANCELLATION)
        .effort(Effort.HOURS_1)
        .userImpact(
            "callers get an error when the other side stays down, and others are served meanwhile")
        .summary("retry without an end in what somebody waits for")
        .why(
            """
            When the other side is down for long, or fails for this one request every time, the loop never ends. Each request
            that comes keeps one more thread, long after its caller has gone away, until none is left; a record of Kafka that
            can never be handled holds up all behind it in its partition, and a wait above `max.poll.interval.ms` loses the
            partition too.""")
        .instead(
            "Give up after some attempts or after a time that the caller would wait, and then fail, set the item aside, or send"
                + " it to a dead-letter topic, as a `DeadLetterPublishingRecoverer` does.")
        .caveat(
            "It does not matter in a worker of its own that has nothing else to do, waits between its attempts and can be"
                + " stopped.")
        .evidence(
            new Evidence.Reference(
                "Retries are to be limited in number, or they multiply the load and keep what they hold while the other side"
                    + " is down.",
                "https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/"))
        .flag(
            anyOf(
                on(CatchClause.class, RetryLoops::ofRemoteCall)
                    .where(that("only success ends it", EndlessRetries::areLoops))
                    .where(runsPer(WAITED_FOR)),
                role(Roles.RETRIES_FOREVER, "here").where(runsPer(WAITED_FOR)),
                role(Roles.RETRIES_FOREVER, "record")
                    .where(that("it redelivers records", EndlessRetries::areOfRecords))))
        .unless("another server", that("the next attempt is another one", EndlessRetries::moveOn))
        .unless("somebody else was first", that("it lost a race", EndlessRetries::loseRaces))
        .supersedes("retry-without-backoff")
        .say(EndlessRetries::message)
        .build();
  }
}
