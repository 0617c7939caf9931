package dev.perflint.rules.timeouts;

import static dev.perflint.match.Conditions.configured;
import static dev.perflint.match.Conditions.onUncalledWay;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.role;

import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Once;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import dev.perflint.rule.Urgency;

/** Flags connections to directories that wait for an answer without end. */
@AutoService(RuleSource.class)
public final class LdapNoTimeout implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("ldap-no-timeout")
        .since("0.1")
        .theme(Theme.TIMEOUTS)
        .risk(Risk.OUTAGE)
        .effectFromKnowledge("one thread waiting for ever when the directory stalls")
        .heatOfUse(Roles.REMOTE_CALL)
        .urgent(Urgency.STEADY_WAYS_AND_JOBS)
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("a stalled directory gives an error after the limit instead of no answer")
        .summary("connection to a directory without a limit on how long it waits for answers")
        .why(
            """
            Whoever logs in waits for the directory. The JDK's provider for LDAP waits for each of its answers, that to
            the bind included, for as long as it takes unless the environment says otherwise, and Spring's beans hand it
            the environment as it is. A domain controller that hangs, or a firewall that has forgotten the connection, then
            keeps one thread for each login, and nobody gets an error.""")
        .instead(
            "Put `com.sun.jndi.ldap.read.timeout` and `com.sun.jndi.ldap.connect.timeout` into the environment, texts that count"
                + " milliseconds; Spring's context source takes them by `setBaseEnvironmentProperties`, Spring Boot below"
                + " `spring.ldap.base-environment`.")
        .caveat(
            "It does not matter in a command whose user can stop it, or in a synchronisation on a thread of its own that may"
                + " take as long as it likes and is watched.")
        .evidence(
            new Evidence.Reference(
                "The JDK's documentation of the provider says that without the read timeout the default is to wait until"
                    + " the response is there.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.naming/module-summary.html"))
        .flag(
            role(Roles.WITHOUT_TIMEOUT, Sessions.DIRECTORY)
                .where(that("it is one of LDAP", Sessions::isDirectory)))
        .unless("given a limit", truth("its environment has one", Sessions::isGiven))
        .unless(
            "the code sets one elsewhere",
            truth("some file names it", m -> Sessions.isByProperty(Roles.LIMITS_DIRECTORY)))
        .unless("configured", configured(Roles.LIMITS_DIRECTORY))
        .unless("only in a command", runsPer("command-line"))
        .unless("deprecated code", that("it is deprecated", Match::isDeprecated))
        // Not beans that nobody asks for: Spring itself does.
        .pedanticUnless(
            onUncalledWay()
                .or(runsPer("start-up"))
                .or(that("it asks the own machine", Sessions::isOwnMachine))
                .not(),
            "code that nobody is known to call in an application, what a start sets up for others to ask, and a directory on the own machine by a URL that stands there")
        .unreachedIsSmall()
        .once(Once.PER_WHOLE_FILE)
        // Both may be true of one line: what never returns is said first.
        .supersedes("directory-context-per-call")
        .say(
            m ->
                "The %s made in %s has no read timeout: when the directory does not answer, the call never returns."
                    .formatted(m.typeName(), m.methodName()))
        .build();
  }
}
