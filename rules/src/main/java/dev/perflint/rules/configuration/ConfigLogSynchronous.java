package dev.perflint.rules.configuration;

import static dev.perflint.deploy.SpotConditions.dependsOn;
import static dev.perflint.deploy.SpotConditions.that;
import static dev.perflint.deploy.Spots.logging;

import com.google.auto.service.AutoService;
import dev.perflint.deploy.Logging;
import dev.perflint.deploy.Spots.Spoken;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import dev.perflint.settings.Element;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Flags log appenders that write over the network on the thread that logs. */
@AutoService(RuleSource.class)
public final class ConfigLogSynchronous implements RuleSource {
  /** Of Log4j, by element. */
  private static final Set<String> REMOTE =
      Set.of("socket", "http", "jdbc", "jms", "nosql", "kafka", "syslog");

  private static final Set<String> SERIOUS = Set.of("WARN", "ERROR", "FATAL");

  @Override
  public Rule rule() {
    return Rule.named("config-log-synchronous")
        .since("0.1")
        .theme(Theme.CONFIGURATION)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("0.1 to 10 ms; all threads that log wait when the other side stalls")
        .technique(Technique.PIPELINES)
        .effort(Effort.MINUTES_10)
        .userImpact("the last lines before a crash may be lost")
        .summary("log lines that are sent over the network on the thread that logs")
        .why(
            """
            An appender for a socket, a database, a queue or HTTP sends each line before the logger returns, and one
            thread at a time does it. The request that logs pays for the network, and when the collector is slow or
            gone every thread of the application that logs stands behind it.""")
        .instead(
            "Put it behind an asynchronous appender with a bounded queue that drops lines rather than block"
                + " (`<Async blocking=\"false\">`, Logback's AsyncAppender with `neverBlock`), or write to the console"
                + " or a file and let a collector on the machine send them.")
        .caveat(
            "It does not matter for an appender that gets few lines. Lines that must not be lost, as of an audit, have"
                + " to be waited for.")
        .evidence(
            new Evidence.Reference(
                "Log4j's documentation says that an asynchronous appender decouples the logger from appenders that"
                    + " take long, as those that write over the network do.",
                "https://logging.apache.org/log4j/2.x/manual/appenders/delegating.html"))
        .per(EntryKind.REQUEST)
        .flag(
            logging("an appender", ConfigLogSynchronous::appenders)
                .where(that("a logger writes to it directly", spot -> !spot.value().isEmpty())))
        .unless("all loggers are asynchronous", dependsOn("disruptor"))
        .tell(
            spot ->
                "The appender `%s` sends each line over the network before the logger returns."
                    .formatted(spot.value()))
        .build();
  }

  /** Each remote one, with its name where a logger that is not asynchronous writes to it. */
  private static List<Spoken> appenders(Element root) {
    Logging logging = Logging.of(root);
    Set<String> direct = new HashSet<>();
    logging
        .loggers()
        .filter(logger -> !lower(logger.name()).startsWith("async"))
        .filter(logger -> !SERIOUS.contains(Logging.level(logger).toUpperCase(Locale.ROOT)))
        .flatMap(logger -> logger.children().stream())
        .filter(reference -> lower(reference.name()).replace("-", "").equals("appenderref"))
        .filter(
            reference -> !SERIOUS.contains(reference.attribute("level").toUpperCase(Locale.ROOT)))
        .forEach(reference -> direct.add(reference.attribute("ref")));
    return logging
        .appenders()
        .filter(ConfigLogSynchronous::isRemote)
        .filter(appender -> !Logging.isForFew(appender))
        .map(
            appender -> {
              String name = appender.attribute("name");
              return new Spoken(appender, direct.contains(name) ? name : "");
            })
        .toList();
  }

  private static boolean isRemote(Element appender) {
    String kind = lower(appender.name());
    if (kind.equals("appender")) {
      return appender.attribute("class").endsWith(".DBAppender");
    }
    String protocol = appender.attribute("protocol").toUpperCase(Locale.ROOT);
    boolean waits =
        switch (kind) {
          case "socket" -> !protocol.equals("UDP");
          case "syslog" -> protocol.equals("TCP") || protocol.equals("SSL");
          case "kafka" -> !appender.attribute("syncSend").equals("false");
          default -> true;
        };
    return REMOTE.contains(kind) && waits;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
