package dev.perflint.rules.connections;

import static dev.perflint.match.Conditions.onUncalledWay;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.on;
import static dev.perflint.match.Patterns.role;

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

/** Flags responses of HTTP clients that some way leaves open. */
@AutoService(RuleSource.class)
public final class HttpResponseNotClosed implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("http-response-not-closed")
        .since("0.1")
        .theme(Theme.CONNECTIONS)
        .risk(Risk.OUTAGE)
        .riskOf(m -> Responses.isOfPool(m) ? Risk.OUTAGE : Risk.LATENCY)
        .effectFromKnowledge(
            "one connection of the pool lost each time; once all of a host are, every request waits")
        .technique(Technique.CONNECTION_POOLING)
        .effort(Effort.MINUTES_10)
        .userImpact("the client keeps answering after many failed requests")
        .summary("HTTP response not closed on every way")
        .why(
            """
            A response holds a connection of its client's pool until its body has been read to the end or closed. A way that
            does neither, often the one for an unexpected status, loses a connection each time. A pool of a few for each host
            is soon empty, and then every request waits for a connection that nobody will give back, long after the other side
            has recovered. A pool without limit opens new connections instead, until there are no more descriptors.""")
        .instead(
            "Open the response in a try-with-resources statement around all that looks at it, or use the overload that takes"
                + " a response handler.")
        .caveat(
            "It does not matter where the client is closed right after the call, which closes its connections along with it.")
        .evidence(
            new Evidence.Reference(
                "By its documentation each response body is backed by a limited resource such as a socket, and failing to"
                    + " close it leaks resources and may in the end cause the application to slow down or crash.",
                "https://square.github.io/okhttp/5.x/okhttp/okhttp3/-response-body/index.html"))
        .flag(
            anyOf(
                    role(Roles.TAKES, "http-response"),
                    role(Roles.TAKES, "http-stream")
                        .where(that("the body is a stream", Responses::isStream)),
                    on(MethodCallExpr.class, ResponseGivers::givesResponse))
                .where(truth("some way does not give it back", Responses::isLeft)))
        .unless("a handler is given it", that("it is read by a handler", Responses::isHandled))
        .unless(
            "the client ends with the call", that("its client is made here", OwnClients::isUsed))
        .unless("there is no body", that("it is asked for the head only", Responses::isHead))
        .unless("left without a body", that("its status says so", Responses::hasNoBodyThere))
        .pedanticUnless(
            that("a client gives it", m -> m.known().isPresent())
                .and(onUncalledWay().or(runsPer("start-up", "command-line")).not())
                .and(that("its client lives on", m -> !OwnClients.isMadeFor(m)))
                .and(
                    that(
                        "connections can run out",
                        m -> Responses.isNever(m) || Responses.isOfPool(m))),
            "responses that a method of which nothing is known gives, which may have no connection any more,"
                + " those of a client that is made for the call, code that nobody calls in an application or that only its start or a command runs, and"
                + " single ways that leave a response of OkHttp open, whose pool has no limit and takes back what"
                + " was collected")
        .say(Responses::message)
        .build();
  }
}
