package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.inMigration;
import static dev.perflint.match.Conditions.loopOverElements;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.onUncalledWay;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.on;
import static dev.perflint.match.Patterns.role;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Once;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import dev.perflint.rule.Urgency;

/**
 * Flags statements that run once for each of many elements, in the loop itself or in a method that
 * it calls.
 */
@AutoService(RuleSource.class)
public final class QueryInLoop implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("query-in-loop")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("0.3 to 3 ms")
        .urgent(Urgency.ANYWHERE)
        .technique(Technique.BATCHING)
        .effort(Effort.HOURS_2)
        .userImpact("answers that depend on many rows come sooner")
        .summary("database statement run once for each element of a loop")
        .why(
            """
            Each statement is a round trip: half a millisecond to a few, however little it reads. A loop over a thousand
            elements waits for a thousand of them, one after another, where one set-based statement or a batch would
            do.""")
        .instead(
            "Read with one statement for all elements, with `in` or a join, and look the rows up in a map; write with"
                + " `addBatch` and `executeBatch`, or `batchUpdate`.")
        .caveat(
            "It does not matter for a handful of elements, or for scripts that change a schema.")
        .evidence(
            new Evidence.Count(
                "A loop over n elements sends n statements; one statement for each batch brings the same rows. Any"
                    + " statement log shows it."))
        .flag(
            anyOf(
                    role(Roles.QUERY),
                    on(MethodCallExpr.class, Statements::mayRunQuery),
                    on(MethodReferenceExpr.class, Statements::mayRunQuery))
                .inside(loopOverElements()))
        .unless("changes the schema", that("the statement is DDL", Statements::isDdl))
        .unless(
            "the loop reads the cursor", that("the loop walks the result", Statements::walksResult))
        .unless("runs a list of statements", that("the element is the SQL", Statements::isElement))
        .unless("once for a batch", that("a guard counts", BatchGuards::isOncePerBatch))
        .unless("only on a cache miss", onCacheMiss())
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .unless("migrates once", inMigration())
        .pedanticUnless(
            truth("it reads a row for each row of another query", RowsForRows::areRead)
                .and(runsPer("reading-request"))
                .and(onUncalledWay().not()),
            "loops over what is or may be a handful, writes, work of which the query is a part, and code that no"
                + " request for data reaches or that nobody runs")
        .say(Statements::message)
        .handfulIsSmall()
        .once(Once.PER_LOOP)
        .build();
  }
}
