package dev.perflint.rules.configuration;

import static dev.perflint.deploy.SpotConditions.absent;
import static dev.perflint.deploy.SpotConditions.calls;
import static dev.perflint.deploy.SpotConditions.that;
import static dev.perflint.deploy.Spots.setting;

import com.google.auto.service.AutoService;
import dev.perflint.deploy.Calls;
import dev.perflint.deploy.Spot;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Flags URLs of databases whose drivers send batches statement by statement. */
@AutoService(RuleSource.class)
public final class ConfigJdbcBatchRewriteAbsent implements RuleSource {
  private static final Pattern URL =
      Pattern.compile("jdbc:(postgresql|mysql):.*", Pattern.CASE_INSENSITIVE);

  /** Of data sources that a framework makes; what else a URL is for its own reader knows. */
  private static final String[] OF_FRAMEWORK = {
    "spring.datasource.url",
    "spring.datasource.jdbc-url",
    "spring.datasource.*.url",
    "spring.datasource.*.jdbc-url",
    "*.datasource.url",
    "*.datasource.jdbc-url",
    "quarkus.datasource.jdbc.url",
    "quarkus.datasource.*.jdbc.url",
    "datasources.*.url"
  };

  /** One of them in a file tells that it uses the data source of the application. */
  private static final List<String> INJECTED =
      List.of(
          "javax.sql.DataSource",
          "JdbcTemplate",
          "JdbcOperations",
          "EntityManager",
          "org.hibernate.Session",
          "SqlSession",
          "DataSourceUtils");

  private static final Calls BATCHES =
      new Calls(
          "sends batches",
          use -> use.member().endsWith("#saveBatch") || use.isBeside(INJECTED),
          List.of(
              // One of plain statements has nothing to rewrite.
              "java.sql.PreparedStatement#executeBatch",
              "org.springframework.jdbc.core.JdbcOperations#batchUpdate",
              "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations#batchUpdate",
              "com.baomidou.mybatisplus.extension.service.IService#saveBatch",
              "com.baomidou.mybatisplus.extension.service.impl.ServiceImpl#saveBatch",
              "com.baomidou.mybatisplus.extension.toolkit.Db#saveBatch"),
          INJECTED);

  @Override
  public Rule rule() {
    return Rule.named("config-jdbc-batch-rewrite-absent")
        .since("0.1")
        .theme(Theme.CONFIGURATION)
        .group(Group.PREVIEW)
        .risk(Risk.THROUGHPUT)
        .effect("0.5 to 5 ms: MySQL a round trip for each row, PostgreSQL a statement for each")
        .technique(Technique.BATCHING)
        .effort(Effort.MINUTES_10)
        .userImpact("counts of single rows in the result of a batch are unknown")
        .summary("batches that the database's driver sends statement by statement")
        .why(
            """
            MySQL's driver answers a batch by sending its statements one after the other, each a round trip, unless
            `rewriteBatchedStatements` is true; PostgreSQL's sends them together but as single inserts, each parsed,
            planned and answered by itself, unless `reWriteBatchedInserts` is true. With it a batch becomes inserts of
            many rows, which is 2 to 3 times faster on PostgreSQL and ten times and more on MySQL.""")
        .instead(
            "Add `reWriteBatchedInserts=true` (PostgreSQL) or `rewriteBatchedStatements=true` (MySQL) to the URL or to"
                + " the data source's properties.")
        .caveat(
            "It does not matter for batches of few rows. Code that reads from `executeBatch` how many rows each"
                + " statement has changed has to do without.")
        .evidence(
            new Evidence.Reference(
                "PostgreSQL's driver documents that reWriteBatchedInserts changes batch inserts to multi-values"
                    + " inserts and provides 2 to 3 times better performance.",
                "https://jdbc.postgresql.org/documentation/use/#connection-parameters"))
        .usedBy(BATCHES)
        .about("java.sql.Connection")
        .flag(
            setting(OF_FRAMEWORK)
                .where(
                    that(
                        "it is a URL of PostgreSQL or MySQL without rewriting",
                        ConfigJdbcBatchRewriteAbsent::isPlain))
                .where(
                    absent(
                        List.of("*.reWriteBatchedInserts", "*.rewriteBatchedStatements"),
                        List.of("reWriteBatchedInserts", "rewriteBatchedStatements")))
                .where(calls(BATCHES)))
        .unless(
            "its parameters come from the environment",
            that("a part behind the host is a placeholder", ConfigJdbcBatchRewriteAbsent::isOpen))
        .tell(ConfigJdbcBatchRewriteAbsent::message)
        .build();
  }

  private static boolean isPlain(Spot spot) {
    return URL.matcher(spot.value()).matches()
        && !spot.value().toLowerCase(Locale.ROOT).contains("rewritebatched");
  }

  /** Host, port and name of the database may differ, and none of them rewrites anything. */
  private static boolean isOpen(Spot spot) {
    int parameters = spot.value().indexOf('?');
    return spot.value().endsWith("}")
        || spot.value().indexOf("${", Math.max(parameters, 0)) > 0 && parameters > 0;
  }

  private static String message(Spot spot) {
    Matcher url = URL.matcher(spot.value());
    boolean mysql = url.matches() && url.group(1).equalsIgnoreCase("mysql");
    return mysql
        ? "The URL lacks `rewriteBatchedStatements=true`: MySQL's driver sends the rows of a batch one by one."
        : "The URL lacks `reWriteBatchedInserts=true`: PostgreSQL's driver sends a batch as single inserts.";
  }
}
