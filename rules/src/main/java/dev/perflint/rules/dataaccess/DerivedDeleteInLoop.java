package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.loopOverElements;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags deletes that Spring Data derives from a name, of many rows or in a loop. */
@AutoService(RuleSource.class)
public final class DerivedDeleteInLoop implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("derived-delete-in-loop")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("0.3 to 3 ms")
        .technique(Technique.BATCHING)
        .effort(Effort.MINUTES_10)
        .userImpact("deleting many rows no longer takes longer with each of them")
        .summary("rows loaded and deleted one by one by a method that Spring Data derives")
        .why(
            """
            Behind `deleteBy...` without a query stands a select of all rows that match; each becomes an entity and is
            removed by a statement of its own. A thousand rows are a thousand and one statements and a thousand objects,
            where one delete would do.""")
        .instead(
            "Write the statement: `@Modifying @Query(\"delete from Item i where i.order.id in :ids\")`, once for all of the"
                + " loop; by key `deleteAllByIdInBatch` does the same.")
        .caveat(
            "Such a statement passes by the persistence context, callbacks, `@Version` and cascades: add"
                + " `clearAutomatically` where the rows may be loaded already. It does not matter for single rows.")
        .evidence(
            new Evidence.Count(
                "For n rows that match the log shows one select and n deletes; a delete with a query is one statement."))
        .flag(
            anyOf(
                anyOf(
                        on(MethodCallExpr.class, RowDeletes::isCall),
                        on(MethodReferenceExpr.class, RowDeletes::isCall))
                    .inside(loopOverElements()),
                on(MethodCallExpr.class, RowDeletes::isCall)
                    .where(that("its name says many", RowDeletes::isOfMany))))
        .unless("more goes than the row", truth("its entity says so", RowDeletes::removesMore))
        .unless("one row at most", truth("a property is unique", RowDeletes::isOfOne))
        .unless("only on a cache miss", onCacheMiss())
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .say(RowDeletes::message)
        .supersedes("repository-call-in-loop", "query-in-loop")
        .build();
  }
}
