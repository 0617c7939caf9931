package dev.perflint.rules.connections;

import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
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

/** Flags connections that are closed after each request though the next one could use them. */
@AutoService(RuleSource.class)
public final class ConnectionNotReused implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("connection-not-reused")
        .since("0.1")
        .theme(Theme.CONNECTIONS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("1 to 50 ms")
        .technique(Technique.CONNECTION_POOLING)
        .effort(Effort.MINUTES_10)
        .userImpact("requests save the handshakes of TCP and TLS")
        .summary("connection closed after each request")
        .why(
            """
            Clients keep a connection open for the next request to the same host. `disconnect()`, or a header that says
            `Connection: close`, ends it: the next request pays for one round trip of TCP and one or two of TLS, and each
            closed connection keeps a port busy for a minute or more.""")
        .instead(
            "Read the body to its end and close the stream, that of errors too, and leave out `disconnect()` and the header.")
        .caveat(
            "It does not matter where requests to one host are rare, or where a large body is cut off on purpose.")
        .evidence(
            new Evidence.Reference(
                "By its documentation `disconnect` says that other requests to the server are unlikely in the near future,"
                    + " and may close the socket if a persistent connection is idle; closing the streams does not.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/net/HttpURLConnection.html"))
        .flag(
            anyOf(
                role(Roles.CUTS_CONNECTION, "now")
                    .where(that("a body is read from it", LostConnections::areRead)),
                role(Roles.CUTS_CONNECTION, "header")
                    .where(that("the header asks for it", LostConnections::areClosedByHeader)),
                role(Roles.CUTS_CONNECTION, "headers")
                    .where(that("the header asks for it", LostConnections::areClosedByHeader))
                    .where(that("it is one of a request", LostConnections::areOfRequest))))
        .unless("only after a failure", onFailure())
        .unless("only at start-up or in a command", runsPer("start-up", "command-line"))
        .say(LostConnections::message)
        .build();
  }
}
