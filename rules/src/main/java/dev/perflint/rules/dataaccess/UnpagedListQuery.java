package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags answers that are a whole table which other code reads page by page. */
@AutoService(RuleSource.class)
public final class UnpagedListQuery implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("unpaged-list-query")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .outage("the answer grows with the table, and some at the same time fill the heap")
        .effect("1 to 100 ms")
        .technique(Technique.ALGORITHM)
        .effort(Effort.HOURS_1)
        .userImpact("whoever asks for all gets them in pages")
        .summary("answer that is a whole table, which other code reads page by page")
        .why(
            """
            Each row becomes an object and a piece of the answer, all of them in memory at once. The table grows with the
            application and the heap does not: a request that took a millisecond takes seconds, and some of them at the
            same time end the process.""")
        .instead(
            "Take a `Pageable` and return a page, or rows after a key (`findTop100ByIdGreaterThanOrderById`) where all"
                + " are wanted in the end. Clients that cannot ask for pages get a limit that is an error to exceed.")
        .caveat(
            "It does not matter for tables that stay small. The rule speaks where the same file asks this repository for"
                + " pages, and so takes the table to be one that grows.")
        .evidence(
            new Evidence.Count(
                "A table of n rows is n objects on the heap for each request under way: a heap histogram shows it."))
        .flag(
            on(MethodCallExpr.class, TableReads::isOfWholeTable)
                .where(
                    that("the rows are the answer", TableAnswers::areReturned)
                        .and(that("the table has pages", TableAnswers::arePagedElsewhere)))
                .inside(runsPer("request")))
        .unless("only on a cache miss", onCacheMiss())
        .say(TableAnswers::message)
        .build();
  }
}
