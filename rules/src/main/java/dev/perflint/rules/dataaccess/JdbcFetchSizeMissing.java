package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.on;
import static dev.perflint.match.Patterns.role;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/**
 * Flags rows that are handed out one by one, of which all are in memory before the first one is.
 */
@AutoService(RuleSource.class)
public final class JdbcFetchSizeMissing implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("jdbc-fetch-size-missing")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .outage("a large result fills the heap")
        .effect("0.1 to 1 kB")
        .technique(Technique.BUFFERS)
        .effort(Effort.MINUTES_10)
        .userImpact("the job needs the same memory however many rows there are")
        .summary("rows handed out one by one of which all are fetched first")
        .why(
            """
            A stream hands out one row at a time, but the driver decides how many it fetches. Those of PostgreSQL, MySQL and
            MariaDB fetch all rows before the first is handed out, unless they are told not to: a table that was streamed
            since it does not fit into memory is there as a whole. Oracle's fetches ten at a time, each a round trip.
            Rows that are collected into a list, only to be handed on one by one, are there as a whole in any case.""")
        .instead(
            "Say how many: `@QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = \"500\"))`, or"
                + " `hibernate.jdbc.fetch_size` for all. MySQL also needs `useCursorFetch=true` in the URL, or the value"
                + " `Integer.MIN_VALUE`; PostgreSQL a transaction, which streams need anyway. What is handed on row by"
                + " row is read as a stream, too (`fetchSize(500).stream()` of jOOQ, `getResultStream()`), in"
                + " try-with-resources.")
        .caveat("It does not matter where the table stays small; then a list is simpler.")
        .evidence(
            new Evidence.Reference(
                "The driver of PostgreSQL: by default it collects all the results for the query at once.",
                "https://jdbc.postgresql.org/documentation/query/"))
        .flag(
            anyOf(
                on(MethodDeclaration.class, TableStreams::mayBe)
                    .where(truth("of a repository", TableStreams::areOfRepository)),
                role(Roles.QUERY, "read")
                    .where(truth("its rows are only handed on", EmittedRows::are))))
        .unless("it says how many", that("a hint does", TableStreams::sayHowMany))
        .unless("a fetch size is set", truth("for all", TableStreams::isSetForAll))
        .say(JdbcFetchSizeMissing::message)
        .build();
  }

  private static String message(Match match) {
    return match.node() instanceof MethodDeclaration method
        ? "`%s` streams the table, which most drivers read as a whole before the first row is handed out."
            .formatted(method.getNameAsString())
        : "%s collects all rows before the first of them is handed on."
            .formatted(match.methodNameFirst());
  }
}
