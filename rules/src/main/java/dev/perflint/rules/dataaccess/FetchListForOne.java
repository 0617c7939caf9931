package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
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

/** Flags queries that sort all rows that match and send them, of which one is used. */
@AutoService(RuleSource.class)
public final class FetchListForOne implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("fetch-list-for-one")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("10 to 300 µs")
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .userImpact("the answer no longer takes longer with each row of the history")
        .summary("all rows that match loaded in order, for the first of them")
        .why(
            """
            The database sorts and sends every row that matches, and each becomes an object, of which all but the first
            are dropped. The latest entry of a log is one row; its history grows for ever. With a limit of one and an
            index in that order it is the first that the index has.""")
        .instead(
            "Ask for one row: `setMaxResults(1)`, `findFirstBy...OrderBy...`, a `Limit` or `PageRequest.of(0, 1)`, or"
                + " `limit 1` and `fetch first row only` in the text.")
        .caveat(
            "It does not matter where few rows match. Without an order the rule is silent: who takes one of them"
                + " mostly knows that there is one.")
        .evidence(
            new Evidence.Count(
                "For n rows that match the driver reads n, with a limit one: the statement log and the statistics of"
                    + " the database show it."))
        .flag(
            on(MethodCallExpr.class, FirstRows::areTaken)
                .where(
                    that("nothing else is done with the rows", FirstRows::areAllThatIsUsed)
                        .and(that("in an order", FirstRows::areOrdered))))
        .unless("a limit is set", that("the query is limited", FirstRows::areLimited))
        .unless("rows of a join", truth("an extractor takes them all", FirstRows::arePutTogether))
        .unless("runs at start-up", runsPer("start-up"))
        .say(FirstRows::message)
        .build();
  }
}
