package dev.perflint.rules.connections;

import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;

import com.google.auto.service.AutoService;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import dev.perflint.rule.Urgency;
import dev.perflint.types.TypeRef;

/** Flags clients of cloud services, gRPC channels and SSH sessions that live for one call. */
@AutoService(RuleSource.class)
public final class ServiceClientPerCall implements RuleSource {
  @Override
  public Rule rule() {
    return ClientUse.ruleAbout(
        "service-client",
        Rule.named("service-client-per-call")
            .pedanticUnless(
                runsPer("daily-request", "message", "event-loop", "reactive", "library")
                    .and(
                        that("it is left open", m -> !ClientUse.isClosed(m))
                            .or(runsPer("reading-request", "message", "event-loop", "reactive")))
                    .or(loop()),
                "code that no request or message is known to reach in an application, requests beside its daily work, and"
                    + " a client that is closed after the call, where no reading request or message is known to reach it")
            .unless(
                "works over a channel that it is handed",
                that("it is given a stub", ServiceClientPerCall::isGivenStub))
            .since("0.1")
            .theme(Theme.CONNECTIONS)
            .group(Group.PREVIEW)
            .risk(Risk.OUTAGE)
            .effectFromKnowledge(
                "by library: a handshake of 1 to 20 ms, for a cloud service 5 to 500 ms with its credentials")
            .urgent(Urgency.ANYWHERE)
            .technique(Technique.CONNECTION_POOLING)
            .effort(Effort.HOURS_1)
            .summary("client of a remote service created for a single call")
            .why(
                """
            The client of a cloud service reads its configuration, looks for credentials and owns a pool of
            connections; a gRPC channel owns its connection and threads. One that is made for a call pays for all
            of it each time, begins with a new TLS handshake, and leaves connections and threads behind when nobody
            closes it. try-with-resources ends the leak, not the cost.""")
            .instead(
                "Build the client once for each region and set of credentials, or the channel once for each target, in a final"
                    + " field or a bean, and share it. In a Lambda function a static field does.")
            .caveat("It does not matter in a command that makes one request and ends.")
            .evidence(
                new Evidence.Reference(
                    "The SDK's guide to best practices says to reuse a client, because each has its own pool of connections,"
                        + " which a new one has to fill again.",
                    "https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/best-practices.html")));
  }

  /** {@code CloudTasksClient.create(stub)}: its overload for settings is as long. */
  private static boolean isGivenStub(Match match) {
    return match.arguments().stream()
        .map(argument -> match.file().typeOf(argument, match.site().scope()))
        .anyMatch(type -> type instanceof TypeRef.Named named && named.name().endsWith("Stub"));
  }
}
