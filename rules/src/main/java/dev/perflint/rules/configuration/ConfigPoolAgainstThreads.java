package dev.perflint.rules.configuration;

import static dev.perflint.deploy.SpotConditions.dependsOn;
import static dev.perflint.deploy.SpotConditions.otherwiseInProduction;
import static dev.perflint.deploy.SpotConditions.that;
import static dev.perflint.deploy.Spots.anyOf;
import static dev.perflint.deploy.Spots.setting;

import com.google.auto.service.AutoService;
import dev.perflint.deploy.Spot;
import dev.perflint.deploy.SpotCondition;
import dev.perflint.deploy.SpotConditions;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Certainty;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import java.util.List;
import java.util.OptionalInt;

/** Flags pools of connections that fit neither the database nor the threads that need them. */
@AutoService(RuleSource.class)
public final class ConfigPoolAgainstThreads implements RuleSource {
  private static final List<String> POOLS =
      List.of(
          "*.hikari.maximum-pool-size",
          "spring.datasource.*.max-active",
          "*.dbcp2.max-total",
          "quarkus.datasource.jdbc.max-size",
          "quarkus.datasource.*.jdbc.max-size");

  private static final List<String> SET_IN_CODE =
      List.of("setMaximumPoolSize", "setMaxActive", "setMaxTotal");

  /** PostgreSQL takes 100 connections in all, unless it is told otherwise, MySQL 151. */
  private static final int MOST = 100;

  /** Of Tomcat. */
  private static final int USUAL_THREADS = 200;

  /** Of Hikari. */
  private static final int USUAL_POOL = 10;

  private static final int FAR = 20;

  @Override
  public Rule rule() {
    return Rule.named("config-pool-against-threads")
        .since("0.1")
        .theme(Theme.CONFIGURATION)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge("requests queue: in the database, or for one of few connections")
        .technique(Technique.CONNECTION_POOLING)
        .effort(Effort.HOURS_2)
        .summary("connection pool that fits neither the database nor the request threads")
        .why(
            """
            A database works on as many statements at a time as it has cores and disks. More connections than some
            tens in all make it switch between them and hold more locks at once, so that each takes longer; and of
            several instances with a pool of hundreds the last ones get no connection at all. Many more request
            threads than connections are no faster either: they wait for a connection instead of in the server's
            queue, with their memory and their locks.""")
        .instead(
            "Size the pool by what the database can do at a time (its cores times two to four, divided by the"
                + " instances) and by how long a request holds a connection, measured; let few more threads than that"
                + " wait for it, and limit the callers.")
        .caveat(
            "It does not matter for the threads where most requests do without the database, or for the connections"
                + " where a proxy such as PgBouncer shares them out.")
        .evidence(
            new Evidence.Reference(
                "HikariCP's authors show that a pool of 96 connections answers a load of thousands of users far"
                    + " slower than one of ten, and give cores times two as a start.",
                "https://github.com/brettwooldridge/HikariCP/wiki/About-Pool-Sizing"))
        .per(EntryKind.REQUEST)
        .about("java.sql.Connection")
        .flag(
            anyOf(
                setting(POOLS.toArray(String[]::new))
                    .where(that("it is more than a database takes", spot -> number(spot) > MOST)),
                setting(
                        "server.tomcat.threads.max",
                        "server.tomcat.max-threads",
                        "server.jetty.threads.max",
                        "server.undertow.threads.worker")
                    .where(that("it is raised", spot -> number(spot) > USUAL_THREADS))
                    .where(
                        dependsOn(
                            "spring-boot-starter-data-jpa",
                            "spring-boot-starter-jdbc",
                            "spring-boot-starter-data-jdbc"))
                    .where(poolIsFarSmaller())))
        .unless("production sets it otherwise", otherwiseInProduction())
        .tell(ConfigPoolAgainstThreads::message)
        .build();
  }

  private static SpotCondition poolIsFarSmaller() {
    return new SpotCondition(
        "the pool has a twentieth of it at most",
        spot -> {
          OptionalInt pool = pool(spot);
          if (pool.isPresent()) {
            return Certainty.of(pool.getAsInt() * FAR <= number(spot));
          }
          return SpotConditions.absent(POOLS, SET_IN_CODE)
              .and(that("by default it has", s -> USUAL_POOL * FAR <= number(s)))
              .test(spot);
        },
        SET_IN_CODE);
  }

  /** The largest that production sets; empty where nothing, or nothing that is a number, does. */
  private static OptionalInt pool(Spot spot) {
    return SpotConditions.valuesInProduction(spot, POOLS).stream()
        .mapToInt(ConfigPoolAgainstThreads::number)
        .filter(size -> size > 0)
        .max();
  }

  private static int number(Spot spot) {
    return number(spot.value());
  }

  private static int number(String value) {
    return value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 0;
  }

  private static String message(Spot spot) {
    boolean threads = spot.name().contains("threads");
    return threads
        ? "Up to %s threads wait for %d connections: the pool bounds the requests, not the threads."
            .formatted(spot.value(), pool(spot).orElse(USUAL_POOL))
        : "One instance may open %s connections; PostgreSQL takes 100 in all by default, MySQL 151."
            .formatted(spot.value());
  }
}
