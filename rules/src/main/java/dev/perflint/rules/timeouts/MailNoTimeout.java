package dev.perflint.rules.timeouts;

import static dev.perflint.match.Conditions.configured;
import static dev.perflint.match.Conditions.onUncalledWay;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Conditions.unwantedBean;
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

/** Flags mail sessions that wait for their server without end. */
@AutoService(RuleSource.class)
public final class MailNoTimeout implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("mail-no-timeout")
        .since("0.1")
        .theme(Theme.TIMEOUTS)
        .risk(Risk.OUTAGE)
        .effectFromKnowledge("one thread waiting for ever when the mail server stalls")
        .heatOfUse(Roles.REMOTE_CALL)
        .urgent(Urgency.STEADY_WAYS_AND_JOBS)
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("a stalled mail server gives an error after the limit instead of no answer")
        .summary("mail session without a limit on how long it waits for the server")
        .why(
            """
            A mail server that accepts the connection and then says nothing is no rare thing: it looks the sender up,
            holds unknown clients back on purpose, or hangs. JavaMail waits for each of its answers as long as it takes
            unless the session's properties say otherwise, and so do those built on it, Spring's sender included. The
            thread is lost: of a request, of a pool for mails, or of the job that sends them, and all later mails with it.""")
        .instead(
            "Put limits into the session's properties, in milliseconds: `mail.smtp.timeout` for the answers,"
                + " `mail.smtp.connectiontimeout` and `mail.smtp.writetimeout` for the rest, and the same of `smtps`, `imap`"
                + " or `pop3` where that is the protocol. Spring Boot takes them below `spring.mail.properties`.")
        .caveat(
            "It does not matter in a command whose user can stop it, or where a relay on the same machine takes every mail"
                + " at once.")
        .evidence(
            new Evidence.Reference(
                "By its documentation the timeout of reading is infinite unless it is set, and so are those of connecting"
                    + " and writing.",
                "https://jakarta.ee/specifications/mail/2.1/apidocs/jakarta.mail/jakarta/mail/package-summary.html"))
        .flag(
            role(Roles.WITHOUT_TIMEOUT, Sessions.MAIL)
                .where(that("something is sent or fetched", Sessions::isUsed)))
        .unless("given a limit", truth("its properties have one", Sessions::isGiven))
        .unless(
            "the code sets one elsewhere",
            truth("some file names it", m -> Sessions.isByProperty(Roles.LIMITS_MAIL)))
        .unless("configured", configured(Roles.LIMITS_MAIL))
        .unless("only in a command", runsPer("command-line"))
        .unless("deprecated code", that("it is deprecated", Match::isDeprecated))
        .pedanticUnless(
            unwantedBean(Roles.REMOTE_CALL).or(onUncalledWay()).not(),
            "beans that nobody asks for, and code that nobody is known to call in an application")
        .startIsSmall()
        .unreachedIsSmall()
        .once(Once.PER_FILE)
        .say(
            m ->
                "The %s made in %s has no read timeout: when the mail server does not answer, the call never returns."
                    .formatted(
                        m.typeName().equals("Session") ? "mail session" : m.typeName(),
                        m.methodName()))
        .build();
  }
}
