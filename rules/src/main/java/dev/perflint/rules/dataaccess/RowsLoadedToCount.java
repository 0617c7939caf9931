package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags queries whose rows are loaded to be counted, or to see whether there are any. */
@AutoService(RuleSource.class)
public final class RowsLoadedToCount implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("rows-loaded-to-count")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("10 to 300 µs")
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .userImpact("answers no longer take longer with each row that matches")
        .summary("rows loaded by a query, of which only the number is used")
        .why(
            """
            The database sends every row that matches, with all of its columns, and each becomes an object, which JPA
            watches for changes as well. Then they are counted, or it is asked whether there are any, and all are dropped.
            A count is one row on the wire, and may be answered by an index alone; whether there is a row the database
            knows after the first.""")
        .instead(
            "Ask for what is wanted: `countBy...` or `existsBy...` of a repository, `selectCount`, `select count(*)`,"
                + " `exists`, or `limit 1` where it is asked whether there are any.")
        .caveat(
            "It does not matter where few rows can match. The rule is silent where the query asks by what looks like a"
                + " key and the code asks whether there is one, and where it asks for the rows of given keys.")
        .evidence(
            new Evidence.Count(
                "Where n rows match the driver reads n, for a count it reads one: the statement log and the statistics of"
                    + " the database show it."))
        .flag(
            on(MethodCallExpr.class, RowCounts::areRead)
                .where(that("nothing else is done with the rows", RowCounts::areOnlyCounted)))
        .unless("as many rows as keys", that("it is asked by keys", RowCounts::areOfKeys))
        .unless("one row at most", that("it is asked whether a key is known", RowCounts::areOfOne))
        .unless("a limit is set", that("the query is limited", FirstRows::areLimited))
        .unless("only on a cache miss", onCacheMiss())
        .unless("runs at start-up", runsPer("start-up"))
        .say(RowCounts::message)
        .build();
  }
}
