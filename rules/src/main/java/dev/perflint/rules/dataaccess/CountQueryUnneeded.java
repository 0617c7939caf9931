package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
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

/** Flags rows that are counted though nobody asks how many there are. */
@AutoService(RuleSource.class)
public final class CountQueryUnneeded implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("count-query-unneeded")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PEDANTIC)
        .risk(Risk.LATENCY)
        .effect("0.3 to 30 ms")
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .userImpact("a page comes sooner where the table is large")
        .summary("rows counted though nobody asks how many there are")
        .why(
            """
            For a `Page` Spring Data sends a second query that counts all rows that match, which a database does by looking
            at each of them. The first page of a million rows takes a millisecond, its count a tenth of a second. Who counts
            to know whether there is a row at all has the database go on after it has found one.""")
        .instead(
            "Let the method return a `Slice`, which asks for one row more than the page has, or a `List`: `List<Item>"
                + " findAllBy(Pageable page)`. In place of a count that is compared with nothing use `existsBy...`.")
        .caveat(
            "It does not matter for small tables, nor for pages that hold all there is: then Spring Data counts the page.")
        .evidence(
            new Evidence.Count(
                "The statement log shows a `select count(...)` behind each full page; with a `Slice` there is none."))
        .flag(
            anyOf(
                on(MethodCallExpr.class, UnusedTotals::isPage)
                    .where(that("only its rows are used", UnusedTotals::areOnlyRowsUsed)),
                on(MethodCallExpr.class, UnusedTotals::isCount)
                    .where(that("it is compared with nothing", UnusedTotals::isYesOrNo))))
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .say(UnusedTotals::message)
        .build();
  }
}
