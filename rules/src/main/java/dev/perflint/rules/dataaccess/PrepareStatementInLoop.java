package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.loopOverElements;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.role;

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
 * Flags statements of one text that are prepared again for each element, at the place where they
 * run: what is prepared outside of a loop may run in it.
 */
@AutoService(RuleSource.class)
public final class PrepareStatementInLoop implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("prepare-statement-in-loop")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.THROUGHPUT)
        .effect("0.3 to 3 ms")
        .technique(Technique.BATCHING)
        .effort(Effort.MINUTES_10)
        .userImpact("answers that depend on many rows come sooner")
        .summary("statement of one text prepared again for each element of a loop")
        .why(
            """
            A prepared statement is parsed once and run often. Prepared in the loop it is looked up or parsed for each
            element, which some drivers ask the server for, before it makes the round trip that the element takes
            anyhow.""")
        .instead(
            "Prepare the statement once before the loop, set its parameters in it and close it after. Better still, read"
                + " all rows with one statement, with `in` or a join, or collect writes with `addBatch`.")
        .caveat(
            "Pools and drivers that keep statements make the second preparation cheap; the round trip of each run stays.")
        .evidence(
            new Evidence.Count(
                "A loop over n elements prepares n statements of one text; outside of the loop it is one. The driver's"
                    + " log shows both."))
        .flag(
            anyOf(role(Roles.QUERY), role(Roles.QUERY_BATCH))
                .where(that("prepared in the loop", StatementTexts::isPreparedInLoop))
                .inside(loopOverElements()))
        .unless(
            "another statement each time",
            that("the text differs from pass to pass", StatementTexts::differ))
        .unless("another database each time", that("the element has it", RowBatches::isElsewhere))
        .unless(
            "earlier answers decide",
            that("the loop goes by what came before", EarlierAnswers::decide))
        .unless("once for a batch", that("a guard counts", BatchGuards::isOncePerBatch))
        .unless("only on a cache miss", onCacheMiss())
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .say(StatementTexts::message)
        .supersedes("query-in-loop")
        .build();
  }
}
