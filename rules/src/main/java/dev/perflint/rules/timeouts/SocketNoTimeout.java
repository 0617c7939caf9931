package dev.perflint.rules.timeouts;

import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.role;

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

/** Flags sockets that somebody reads from without end. */
@AutoService(RuleSource.class)
public final class SocketNoTimeout implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("socket-no-timeout")
        .since("0.1")
        .theme(Theme.TIMEOUTS)
        .group(Group.PREVIEW)
        .risk(Risk.OUTAGE)
        .effectFromKnowledge("one thread waiting for ever when the other side says nothing")
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact(
            "a server that says nothing gives an error after the limit instead of no answer")
        .summary("socket that is read without a limit on how long that may take")
        .why(
            """
            A socket that is told no limit waits in `read` for as long as the connection stands, and a peer that was
            switched off or that a firewall has forgotten never ends it. The thread that reads is lost, and so is the
            next one that asks the same server. Connecting has only the limit of the system, which is minutes.""")
        .instead(
            "Make it with `new Socket()`, then `connect(address, 2_000)` and `setSoTimeout(5_000)` before the first read."
                + " The limit is that of one read: where the peer may send a byte now and then, watch the time as well.")
        .caveat(
            "It does not matter in a command whose user can stop it. A connection over which events come on a thread of"
                + " its own may be silent for as long as it likes; these are not reported where the socket is kept in a"
                + " field.")
        .evidence(
            new Evidence.Reference(
                "By its documentation a socket timeout of zero, which a socket has that is told none, is"
                    + " interpreted as an infinite timeout.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/net/SocketOptions.html"))
        .flag(
            role(Roles.WITHOUT_TIMEOUT, ClientLimits.SOCKET)
                .where(that("somebody reads from it", ClientLimits::isReadAsStream)))
        .unless("given a limit", truth("it is given a limit", ClientLimits::isGiven))
        .unless("kept open", that("it is kept for what comes", ClientLimits::isKeptInField))
        .unless("in a command", runsPer("command-line"))
        .say(
            m ->
                "The socket made in %s has no read timeout: when the other side says nothing, the read never returns."
                    .formatted(m.methodName()))
        .build();
  }
}
