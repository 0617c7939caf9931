package dev.perflint.rules.configuration;

import static dev.perflint.deploy.SpotConditions.isSetInProduction;
import static dev.perflint.deploy.SpotConditions.otherwiseInProduction;
import static dev.perflint.deploy.SpotConditions.that;
import static dev.perflint.deploy.Spots.anyOf;
import static dev.perflint.deploy.Spots.logging;
import static dev.perflint.deploy.Spots.setting;

import com.google.auto.service.AutoService;
import dev.perflint.deploy.Logging;
import dev.perflint.deploy.Spot;
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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Flags settings of production that write a line or more for each query or request. */
@AutoService(RuleSource.class)
public final class ConfigVerboseInProduction implements RuleSource {
  private static final Set<String> FINE = Set.of("debug", "trace", "all", "finest");

  /** Loggers of frameworks that write for each query or request, from the words of their names. */
  private static final Pattern CHATTY =
      Pattern.compile(
          "root|com|org|io|org\\.hibernate(?:\\.sql|\\.type.*|\\.orm\\.jdbc.*|\\.engine.*|\\.stat.*)?"
              + "|org\\.springframework(?:\\.(?:web|data|jdbc|orm|transaction|security(?!\\.(?:saml|ldap))|core|beans|boot|cloud|kafka|http|messaging|aop|amqp|jms|context)(?:\\..*)?)?|org\\.apache(?:\\..*)?|com\\.zaxxer\\.hikari.*"
              + "|io\\.netty(?:\\..*)?|reactor(?:\\.netty.*)?|jdbc\\.(?:sqlonly|sqltiming|resultset.*)"
              + "|org\\.mybatis.*|druid\\.sql.*|feign.*");

  private static final Pattern ONE_CLASS = Pattern.compile("(?:[a-z]\\w*\\.)+[A-Z]\\w*");

  /** Classes that write for each query or request. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "org\\.hibernate\\..*|.*\\.(?:DispatcherServlet|RestTemplate|JdbcTemplate|FilterChainProxy"
              + "|StatementCreatorUtils|TransactionInterceptor|\\w+TransactionManager|\\w+LoggingFilter)");

  private static final String PRINTS_SQL = "org.apache.ibatis.logging.stdout.StdOutImpl";

  @Override
  public Rule rule() {
    return Rule.named("config-verbose-in-production")
        .since("0.1")
        .theme(Theme.CONFIGURATION)
        .group(Group.PREVIEW)
        .risk(Risk.THROUGHPUT)
        .effect("20 to 500 µs: 1 to 100 lines")
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .userImpact("the lines are gone from the log of production")
        .summary("production writes log lines for each query or request")
        .why(
            """
            A line costs 10 to 50 µs to build and write; a framework's debug level writes tens of them for a request,
            printed SQL one for each statement, and printing goes to the standard output under a lock that all threads
            share. Statistics of a persistence framework count and lock on each query. Nobody reads them, and they
            push out of the log what somebody would read.""")
        .instead(
            "Move it to the profile of developers (`application-local.yml`, `<springProfile name=\"local\">`), and"
                + " keep INFO for what frameworks write.")
        .caveat(
            "It does not matter where production runs with a configuration of its own that replaces this file.")
        .evidence(
            new Evidence.Reference(
                "Hibernate's documentation says that show_sql writes all SQL statements to the console, and points to"
                    + " the logger org.hibernate.SQL as the alternative.",
                "https://docs.jboss.org/hibernate/orm/6.6/userguide/html_single/Hibernate_User_Guide.html#settings-logging"))
        .per(EntryKind.REQUEST)
        .flag(
            anyOf(
                setting(
                        "spring.jpa.show-sql",
                        "hibernate.show_sql",
                        "*.hibernate.show_sql",
                        "hibernate.generate_statistics",
                        "*.hibernate.generate_statistics",
                        "quarkus.hibernate-orm.log.sql")
                    .where(that("it is switched on", spot -> spot.value().equals("true"))),
                setting("logging.level.*")
                    .where(that("its level is fine", ConfigVerboseInProduction::isFine))
                    .where(
                        that("its logger is a framework's", ConfigVerboseInProduction::isChatty)),
                setting("mybatis.configuration.log-impl", "mybatis-plus.configuration.log-impl")
                    .where(that("it prints", spot -> spot.value().equals(PRINTS_SQL))),
                logging("a logger", ConfigVerboseInProduction::loggers)
                    .where(that("it is on and fine", ConfigVerboseInProduction::isFineLogger))))
        .unless("production sets it otherwise", otherwiseInProduction())
        .unless(
            "the application sets the level",
            that(
                "a setting of production gives the logger its level",
                ConfigVerboseInProduction::isSetElsewhere))
        .tell(ConfigVerboseInProduction::message)
        .build();
  }

  private static boolean isFine(Spot spot) {
    return FINE.contains(spot.value().toLowerCase(Locale.ROOT));
  }

  private static boolean isChatty(Spot spot) {
    return isChatty(spot, loggerOf(spot.name()));
  }

  /** Of a framework, and not of one class of it that may have nothing to say per request. */
  private static boolean isChatty(Spot spot, String logger) {
    return CHATTY.matcher(logger.toLowerCase(Locale.ROOT)).matches()
        && (KNOWN.matcher(logger).matches()
            || !ONE_CLASS.matcher(logger).matches() && !isOwn(spot, logger));
  }

  /** {@code org.apache} is that of others as well. */
  private static boolean isOwn(Spot spot, String logger) {
    return logger.indexOf('.') != logger.lastIndexOf('.')
        && spot.application().isOwnPackage(logger);
  }

  private static String loggerOf(String key) {
    String name = key.replaceFirst("^logging[.-]level\\.", "");
    return name.replace("[", "").replace("]", "");
  }

  private static List<Spoken> loggers(Element root) {
    return Logging.of(root)
        .loggers()
        .map(
            logger ->
                new Spoken(logger, Logging.loggerName(logger) + " at " + Logging.level(logger)))
        .toList();
  }

  private static boolean isFineLogger(Spot spot) {
    String[] parts = spot.value().split(" at ", 2);
    return parts.length == 2
        && FINE.contains(parts[1].toLowerCase(Locale.ROOT))
        && isChatty(spot, parts[0]);
  }

  /** What Spring Boot reads after the logging configuration. */
  private static boolean isSetElsewhere(Spot spot) {
    return spot.value().contains(" at ")
        && isSetInProduction(spot, "logging.level." + spot.value().replaceFirst(" at .*", ""));
  }

  private static String message(Spot spot) {
    if (spot.value().contains(" at ")) {
      return "The logger " + spot.value() + " writes lines for each query or request.";
    }
    return "`%s` is %s where production reads it: %s."
        .formatted(
            spot.name(),
            spot.value(),
            spot.name().toLowerCase(Locale.ROOT).contains("statistics")
                ? "each query is counted under shared state"
                : "lines are written for each query or request");
  }
}
