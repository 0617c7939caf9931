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

/** Flags whole tables that are loaded for a part of them, for one row or for a number. */
@AutoService(RuleSource.class)
public final class QueryResultFilteredInMemory implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("query-result-filtered-in-memory")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("1 to 100 ms")
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .userImpact("answers no longer take longer with each row that the table gains")
        .summary("whole table loaded for a part of it")
        .why(
            """
            The database sends every row, and each becomes an object, of which the code keeps a few, or only counts them.
            A thousand rows take milliseconds and a megabyte, a million do not fit; the same condition in the query costs
            a look into an index.""")
        .instead(
            "Say in the query what is wanted: a derived method (`findByStatus`, `existsByEmail`, `countByOwner`), a"
                + " `where`, `count()` or a `Pageable` of one row.")
        .caveat("It does not matter for tables that stay small, such as countries or roles.")
        .evidence(
            new Evidence.Count(
                "A table of n rows sends n of them where m are kept: the statement log and the rows that the driver"
                    + " reads show it."))
        .flag(
            on(MethodCallExpr.class, TableReads::isOfWholeTable)
                .where(that("only a part of it is used", TableReads::isUsedInPart)))
        .unless("the condition asks other code", that("no query could ask", TableReads::asksMore))
        .unless("only on a cache miss", onCacheMiss())
        .unless("runs at start-up", runsPer("start-up"))
        .say(
            m ->
                "`%s` of %s loads the whole table, of which only %s."
                    .formatted(m.callee(), Repositories.name(m), TableReads.part(m)))
        .supersedes("rows-loaded-to-count")
        .build();
  }
}
