package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.inMigration;
import static dev.perflint.match.Conditions.loopOverElements;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
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
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/**
 * Flags rows that are written with one statement each in a loop, where JDBC would send many of them
 * together.
 */
@AutoService(RuleSource.class)
public final class JdbcBatchMissing implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("jdbc-batch-missing")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PEDANTIC)
        .risk(Risk.THROUGHPUT)
        .effect("0.3 to 3 ms")
        .technique(Technique.BATCHING)
        .effort(Effort.HOURS_1)
        .userImpact("imports and jobs that write many rows end sooner")
        .summary("rows written one statement at a time instead of in batches")
        .why(
            """
            Each statement is a round trip, and in auto-commit a transaction with its own flush of the log. A batch sends
            hundreds of rows in one go: a thousand rows take a few milliseconds instead of a second.""")
        .instead(
            "Call `addBatch` in the loop and `executeBatch` every 50 to 1000 rows and at the end, or hand all rows to"
                + " `batchUpdate`, in one transaction. PostgreSQL's driver needs `reWriteBatchedInserts=true` and"
                + " MySQL's `rewriteBatchedStatements=true` in the URL for the whole gain.")
        .caveat(
            "It does not matter for a handful of rows, and most loops of applications that were read go through one, which is"
                + " why the rule is pedantic. A batch fails as a whole or in part: who must know which row failed looks at the"
                + " `BatchUpdateException`.")
        .evidence(
            new Evidence.Count(
                "A loop over n rows sends n statements; with a batch size of 500 the same rows take n / 500 round trips."
                    + " Any statement log shows it."))
        .flag(
            anyOf(
                    role(Roles.ROW_WRITE),
                    on(MethodCallExpr.class, Statements::mayWriteRow),
                    on(MethodReferenceExpr.class, Statements::mayWriteRow))
                .inside(loopOverElements()))
        .unless(
            "each answer is used",
            that("the number of rows or a key is needed", RowBatches::needsAnswer))
        .unless(
            "another statement each time",
            that("the text differs from pass to pass", StatementTexts::differ))
        .unless("another database each time", that("the element has it", RowBatches::isElsewhere))
        .unless("changes the schema", that("the statement is DDL", Statements::isDdl))
        .unless("asks more", truth("the loop asks for something else", RowBatches::asksMore))
        .unless(
            "goes on after a failure", that("a handler is around", RowBatches::toleratesFailure))
        .unless("once for a batch", that("a guard counts", BatchGuards::isOncePerBatch))
        .unless("only on a cache miss", onCacheMiss())
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .unless("migrates once", inMigration())
        .say(RowBatches::message)
        .supersedes("query-in-loop", "prepare-statement-in-loop")
        .build();
  }
}
