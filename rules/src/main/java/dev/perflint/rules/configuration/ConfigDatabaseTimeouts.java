package dev.perflint.rules.configuration;

import static dev.perflint.deploy.SpotConditions.absent;
import static dev.perflint.deploy.SpotConditions.otherwiseInProduction;
import static dev.perflint.deploy.SpotConditions.that;
import static dev.perflint.deploy.SpotConditions.valueIs;
import static dev.perflint.deploy.Spots.anyOf;
import static dev.perflint.deploy.Spots.place;
import static dev.perflint.deploy.Spots.setting;

import com.google.auto.service.AutoService;
import dev.perflint.deploy.Spot;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import java.util.List;
import java.util.regex.Pattern;

/** Flags pools of connections that let a thread wait for one without end. */
@AutoService(RuleSource.class)
public final class ConfigDatabaseTimeouts implements RuleSource {
  /** Of the settings for it; else the spot is a place where one would stand. */
  private static final Pattern WAIT =
      Pattern.compile("(?i)(?:connection-?timeout|max-?wait(?:-?millis)?)$");

  @Override
  public Rule rule() {
    return Rule.named("config-database-timeouts")
        .since("0.1")
        .theme(Theme.CONFIGURATION)
        .group(Group.PREVIEW)
        .outage("threads wait without a limit once the pool is empty")
        .effectFromKnowledge("one thread waiting for ever when the connections are taken")
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("an error after the limit instead of no answer")
        .summary("pool that lets threads wait for a database connection without end")
        .why(
            """
            A database that hangs, a lock that nobody releases or a leak keeps the connections of a pool. Where the
            wait for the next one has no limit, all request threads stand there soon, and nothing tells why: no error,
            no log line. The application does not recover when the database does, for what has piled up by then is
            long given up by those who asked. Druid and DBCP wait for ever unless they are told otherwise; Hikari does
            when it is told 0.""")
        .instead(
            "Let the pool give up after a few seconds: Hikari's `connection-timeout`, Druid's `max-wait`, DBCP's"
                + " `max-wait-millis`. Give the driver a limit too (`socketTimeout`), a little above the slowest"
                + " statement, since the connections have to come back.")
        .caveat(
            "It does not matter for a batch that nobody waits for, as long as something else ends its statements.")
        .evidence(
            new Evidence.Reference(
                "DBCP documents that maxWaitMillis is how long the pool waits for a connection before it throws, and"
                    + " -1, its default, waits indefinitely.",
                "https://commons.apache.org/proper/commons-dbcp/configuration.html"))
        .per(EntryKind.REQUEST)
        .about("java.sql.Connection")
        .flag(
            anyOf(
                setting("*.hikari.connection-timeout").where(valueIs("0")),
                setting("*.druid.max-wait", "*.dbcp2.max-wait-millis")
                    .where(that("its value means for ever", spot -> spot.value().startsWith("-"))),
                place("spring.datasource.druid", "spring.datasource.dbcp2")
                    .where(
                        absent(
                            List.of(
                                "spring.datasource.*max-wait",
                                "spring.datasource.*max-wait-millis"),
                            List.of("setMaxWait")))))
        .unless("production sets it otherwise", otherwiseInProduction())
        .tell(ConfigDatabaseTimeouts::message)
        .build();
  }

  private static String message(Spot spot) {
    return WAIT.matcher(spot.name()).find()
        ? "`%s` is %s: when the pool's connections are taken, all others wait for ever."
            .formatted(spot.name(), spot.value())
        : "Nothing sets how long the pool may let a thread wait: when its connections are taken, all others wait for"
            + " ever.";
  }
}
