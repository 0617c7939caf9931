package dev.perflint.rules.configuration;

import static dev.perflint.deploy.SpotConditions.absent;
import static dev.perflint.deploy.SpotConditions.calls;
import static dev.perflint.deploy.SpotConditions.dependsOn;
import static dev.perflint.deploy.SpotConditions.onVersion;
import static dev.perflint.deploy.Spots.place;

import com.google.auto.service.AutoService;
import dev.perflint.deploy.Calls;
import dev.perflint.deploy.CodeUse;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import java.util.List;
import java.util.stream.Stream;

/** Flags applications that let Spring Boot build HTTP clients and tell it no limit for them. */
@AutoService(RuleSource.class)
public final class ConfigHttpTimeoutsAbsent implements RuleSource {
  /** A builder that somebody hands in; Boot's own, where the file makes none itself. */
  private static final List<String> HANDED_IN =
      List.of("RestTemplateBuilder ", "RestClient.Builder ");

  private static final List<String> OWN =
      List.of("new RestTemplateBuilder(", "RestClient.builder(", "RestClient.create(");

  /** {@code readTimeout}, {@code setReadTimeout}, {@code requestFactory} and the like. */
  private static final List<String> LIMITS =
      List.of("eadTimeout", "equestFactory", "ClientSettings", "clientSettings");

  private static final Calls CLIENTS =
      new Calls(
          "builds a client with Boot's builder and sets no limit",
          ConfigHttpTimeoutsAbsent::isLeftToBoot,
          List.of(
              "org.springframework.boot.web.client.RestTemplateBuilder#build",
              "org.springframework.boot.restclient.RestTemplateBuilder#build",
              "org.springframework.web.client.RestClient.Builder#build"),
          Stream.of(HANDED_IN, OWN, LIMITS).flatMap(List::stream).toList());

  @Override
  public Rule rule() {
    return Rule.named("config-http-timeouts-absent")
        .since("0.1")
        .theme(Theme.CONFIGURATION)
        .group(Group.PREVIEW)
        .outage("one peer that never answers takes one thread after another")
        .effectFromKnowledge("one thread waiting for ever when the other side stalls")
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("a stalled peer gives an error after the limit instead of no answer")
        .summary("clients that Spring Boot builds have no limit on how long they wait")
        .why(
            """
            Spring Boot sets up the builders of `RestTemplate` and `RestClient`, but leaves their limits to the HTTP
            library below, and neither the JDK's client nor Apache's limits how long it waits for an answer. A peer
            that accepts a request and then says nothing keeps the thread for ever; when it is a dependency of many
            requests, all threads wait for it soon and the service answers nobody.""")
        .instead(
            "Set `spring.http.clients.read-timeout` and `connect-timeout` (of Boot 3.4 and 3.5:"
                + " `spring.http.client.read-timeout`): one line for every client that Boot's builders make, which"
                + " single clients can still change.")
        .caveat(
            "It does not matter where a proxy on the same machine ends requests that take too long, or in a command"
                + " whose user can stop it.")
        .evidence(
            new Evidence.Reference(
                "By the documentation of the JDK's HTTP client a request without a timeout is as one with an infinite"
                    + " timeout: it blocks for ever.",
                "https://docs.oracle.com/en/java/javase/21/docs/api/java.net.http/java/net/http/HttpRequest.Builder.html"))
        .usedBy(CLIENTS)
        .about("org.springframework.web.client.RestTemplate")
        .flag(
            place("spring.http", "spring")
                .where(onVersion("org.springframework.boot:spring-boot", "3.4+"))
                .where(
                    absent(
                        List.of("spring.http.*read-timeout"),
                        List.of(
                            "RestTemplateCustomizer",
                            "RestClientCustomizer",
                            "ClientHttpRequestFactoryBuilder",
                            "ClientHttpRequestFactorySettings",
                            "HttpClientSettings")))
                .where(calls(CLIENTS)))
        .unless(
            "the library below has limits of its own",
            dependsOn(
                "jetty-client",
                "okhttp",
                "reactor-netty",
                "reactor-netty-http",
                "spring-boot-starter-webflux"))
        .tell(
            spot ->
                "Nothing sets a read timeout for the clients that Spring Boot's builders make: when the other side"
                    + " does not answer, their calls never return.")
        .build();
  }

  private static boolean isLeftToBoot(CodeUse use) {
    return use.isBeside(HANDED_IN) && !use.isBeside(OWN) && !use.isBeside(LIMITS);
  }
}
