package dev.perflint.rules.connections;

import static dev.perflint.match.Conditions.lambdaPassedTo;
import static dev.perflint.match.Conditions.leftOpenByCallers;
import static dev.perflint.match.Conditions.onRareWay;
import static dev.perflint.match.Conditions.onUncalledWay;
import static dev.perflint.match.Conditions.repeated;
import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.staysLocal;
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
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/**
 * Flags HTTP clients that live for one call: no connection is reused, and each brings its own
 * threads or pool.
 */
@AutoService(RuleSource.class)
public final class HttpClientPerCall implements RuleSource {
  /** Below that, a client is a thin wrapper over something shared. */
  private static final double COSTLY_NANOS = 50_000;

  /**
   * Who makes enough of them: of 28 places read in applications 13 of 14 were worth fixing where
   * one of these is known to get there within a few calls, and seven of 14 elsewhere.
   */
  private static final String[] DAILY = {
    "daily-request", "message", "event-loop", "reactive", "scheduled", "batch", "library"
  };

  @Override
  public Rule rule() {
    return Rule.named("http-client-per-call")
        .since("0.1")
        .theme(Theme.CONNECTIONS)
        .risk(Risk.OUTAGE)
        .riskOf(ClientUse::risk)
        .effectFromKnowledge(
            "by client: from 100 µs of set-up to a thread, a pool and a TLS handshake, 1 to 20 ms")
        .technique(Technique.CONNECTION_POOLING)
        .effort(Effort.HOURS_1)
        .summary("HTTP client created for a single call")
        .why(
            """
            A client owns connections, and most clients a pool and threads. One that is made for a call and dropped
            after it opens a new connection with its TCP and TLS handshakes each time, reuses none, and leaves idle
            connections and threads behind until they time out or are collected; under load they pile up.""")
        .instead(
            "Build the client once, in a final field or a bean, and share it: the clients reported here are safe for"
                + " use by several threads. Variants come cheap from it (`newBuilder`, `mutate`).")
        .caveat(
            "It does not matter in a command that makes one request and ends, or in a job that does so now and then. A client that is closed after the call costs its set-up and leaves nothing behind: such matches are pedantic, since few requests come often enough to feel it.")
        .evidence(
            new Evidence.Reference(
                "The documentation calls a built client immutable and fit for many requests; "
                    + "the connection pool belongs to the client, so that a new one has no "
                    + "connection to reuse.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.net.http/java/net/http/HttpClient.html"))
        .flag(
            role(Roles.EXPENSIVE_TO_CREATE, "http-client")
                .where(that("creating it costs more than 50 µs", HttpClientPerCall::isCostly))
                .where(staysLocal().orElse(leftOpenByCallers()))
                .inside(runsOnce().not()))
        .unless(
            "derived from a shared client",
            truth("its builder comes from a client", m -> m.chain().isDerived()))
        .unless(
            "only at start-up, in a job or a command",
            ClientUse.onlyNowAndThen()
                .and(
                    runsPer("scheduled", "batch")
                        .and(
                            that(
                                "it is left open",
                                m -> ClientUse.isMadeHere(m) && !ClientUse.isClosed(m)))
                        .not()))
        .unless("made once for each key", lambdaPassedTo(Roles.MEMOIZES))
        .unless(
            "made for its builder", that("its builder is given a pool", ClientUse::isForItsBuilder))
        .unless(
            "built from the caller's own settings",
            that("a setting is a parameter", m -> m.chain().takesParameters()))
        .unless("only after a failure or on a cache miss", onRareWay())
        .pedanticUnless(
            that("it is left open", match -> !ClientUse.isClosed(match))
                .and(runsPer(DAILY).and(onUncalledWay().not()))
                .and(that("nobody has left it behind", match -> !match.isDeprecated()))
                .and(
                    that("its builder is made here", m -> !m.chain().isBegunElsewhere())
                        .and(runsPer("scheduled", "batch").and(repeated().not()).not())
                        .or(runsPer("reading-request", "message", "event-loop", "reactive"))),
            "a client that is closed after the call, code of an application that no daily request, message or job is known to reach within a few calls, that nobody runs or that is deprecated, and, where no reading request or message is known to reach it, a job that makes one each time it runs and a client of which another class gives the builder")
        .say(
            m ->
                "A new %s is built on every call of %s and %s%s."
                    .formatted(
                        m.typeName(),
                        m.methodName(),
                        ClientUse.isClosed(m) ? "closed" : "dropped",
                        ClientUse.byWhom(m)))
        .build();
  }

  private static boolean isCostly(Match match) {
    return match
        .known()
        .flatMap(known -> known.cost())
        .filter(cost -> cost.nanos() >= COSTLY_NANOS)
        .isPresent();
  }
}
