package dev.perflint.rules.timeouts;

import static dev.perflint.match.Conditions.onUncalledWay;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Conditions.unwantedBean;
import static dev.perflint.match.Patterns.anyOf;
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
import dev.perflint.types.Truth;

/** Flags HTTP clients and calls that wait for an answer without end. */
@AutoService(RuleSource.class)
public final class HttpCallNoTimeout implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("http-call-no-timeout")
        .since("0.1")
        .theme(Theme.TIMEOUTS)
        .risk(Risk.OUTAGE)
        .effectFromKnowledge("one thread or connection waiting for ever when the peer stalls")
        .heatOfUse(Roles.REMOTE_CALL)
        .urgent(Urgency.STEADY_WAYS_AND_JOBS)
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("a stalled peer gives an error after the limit instead of no answer")
        .summary("HTTP call without a limit on how long it waits for the answer")
        .why(
            """
            A peer that accepts a request and then says nothing is normal: it is overloaded, it restarts, a firewall
            has forgotten the connection. Without a read timeout each such call keeps its thread and its connection
            for ever; soon all of them wait, and the service answers nobody. These clients have no limit unless they
            are given one.""")
        .instead(
            "Give the client a limit once, where it is made: `setReadTimeout` of a connection or of a RestTemplate's"
                + " request factory, `setSocketTimeout` in Apache's default RequestConfig, `readTimeout` of a JAX-RS"
                + " ClientBuilder, `responseTimeout` of a WebClient's connector, `HttpGlobalConfig.setTimeout`"
                + " of Hutool; give a JDK HttpRequest a `timeout`,"
                + " which up to JDK 25 ends when the headers are there, so a body that may stall needs `sendAsync` and"
                + " `orTimeout`. Limit the connecting, too.")
        .caveat(
            "It does not matter in a command whose user can stop it, and where the limit stands in the options of the JVM"
                + " (`-Dsun.net.client.defaultReadTimeout`) or in a proxy on the same machine. An answer that is a stream of events may take"
                + " for ever on purpose; limit the connecting only.")
        .evidence(
            new Evidence.Reference(
                "By its documentation a read timeout of zero, which a connection has that is told none, is"
                    + " interpreted as an infinite timeout.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/net/URLConnection.html"))
        .flag(
            anyOf(
                role(Roles.WITHOUT_TIMEOUT, ClientLimits.URL_STREAM)
                    .where(
                        that(
                            "its URL is one of HTTP",
                            m -> DefaultWaits.isRequest(m) || RemoteUrls.isRemote(m)))
                    .where(truth("its library's default stands", DefaultWaits::stands)),
                role(Roles.WITHOUT_TIMEOUT, ClientLimits.URL_CONNECTION)
                    .where(that("its URL is one of HTTP", ClientLimits::isHttp))
                    .where(truth("somebody reads from it", ClientLimits::isRead)),
                role(Roles.WITHOUT_TIMEOUT, ClientLimits.JDK),
                role(Roles.WITHOUT_TIMEOUT, ClientLimits.APACHE),
                role(Roles.WITHOUT_TIMEOUT, ClientLimits.REST_TEMPLATE)
                    .where(that("nothing is set up by others", DefaultWaits::isPlain)),
                anyOf(
                        role(Roles.WITHOUT_TIMEOUT, ClientLimits.WEB_CLIENT),
                        role(Roles.WITHOUT_TIMEOUT, ClientLimits.JAX_RS))
                    // Over Jetty's connector or CXF it has one, over all others none.
                    .where(truth("what it runs over has no limit", m -> Truth.LIKELY))))
        .unless("given a limit", truth("it is given a limit", ClientLimits::isGiven))
        .unless(
            "each request has its own limit",
            truth("its requests have limits", ClientLimits::isPerRequest))
        .unless(
            "a system property limits all",
            truth("a system property limits it", ClientLimits::isByProperty))
        .unless(
            "a stream of events", that("it reads a stream of events", ClientLimits::readsStream))
        .unless("it sends nothing", that("it is asked for its parts only", ClientLimits::isAsked))
        .unless("only in a command", runsPer("command-line"))
        .unless("deprecated code", that("it is deprecated", Match::isDeprecated))
        .pedanticUnless(
            unwantedBean(Roles.REMOTE_CALL)
                .or(onUncalledWay())
                .or(that("it asks the own machine", RemoteUrls::isOwnMachine))
                .not(),
            "beans that nobody asks for, code that nobody is known to call in an application, what only its start waits for, and requests to the own"
                + " machine by a URL that stands there")
        .startIsSmall()
        .unreachedIsSmall()
        .once(Once.PER_FILE)
        // Both may be true of one line: what never returns is said first.
        .supersedes(
            "http-client-per-call",
            "connection-pool-default-size",
            "remote-call-in-loop",
            "remote-call-in-transaction")
        .say(HttpCallNoTimeout::message)
        .build();
  }

  private static String kind(Match match) {
    return ClientLimits.kind(match);
  }

  private static String message(Match match) {
    if (DefaultWaits.isRequest(match)) {
      return "`%s` in %s waits without a limit for the answer: when the other side does not give one, it never returns."
          .formatted(DefaultWaits.name(match), match.methodName());
    }
    String what =
        switch (kind(match)) {
          case ClientLimits.URL_STREAM -> "`openStream` in %s can have no read timeout";
          case ClientLimits.URL_CONNECTION -> "The connection opened in %s has no read timeout";
          case ClientLimits.JDK -> "The request sent in %s has no timeout";
          default -> "The " + match.typeName() + " made in %s has no read timeout";
        };
    return what.formatted(match.methodName())
        + ": when the other side does not answer, the call never returns."
        + (ClientLimits.isLeftOpen(match)
            ? " Nothing closes the client after the call, either."
            : "");
  }
}
