package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.configured;
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

/** Flags repository methods that are called once for each of many elements. */
@AutoService(RuleSource.class)
public final class RepositoryCallInLoop implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("repository-call-in-loop")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("0.3 to 3 ms")
        .urgent(Urgency.ANYWHERE)
        .technique(Technique.BATCHING)
        .effort(Effort.HOURS_1)
        .userImpact("answers that depend on many rows come sooner")
        .summary("repository called once for each element of a loop")
        .why(
            """
            Each call is a round trip to the database: half a millisecond to a few, whatever the query. A loop over a
            thousand elements waits for a thousand of them, one after another, where one query would do.""")
        .instead(
            "Load what the loop needs before it with one query for all keys (`findAllById`, `in`, a `foreach` of MyBatis), and"
                + " look it up in a map. For writes use one statement for many rows, or a batch: `saveAll` in one"
                + " transaction with `hibernate.jdbc.batch_size` set; by itself `saveAll` batches nothing.")
        .caveat("It does not matter for a handful of elements, or where a cache answers.")
        .evidence(
            new Evidence.Count(
                "A loop over n elements sends n statements; the same rows come with one statement for each batch of"
                    + " ids. Any statement log shows it."))
        .flag(
            anyOf(
                    on(MethodCallExpr.class, Repositories::isCall),
                    on(MethodReferenceExpr.class, Repositories::isCall))
                .inside(loopOverElements()))
        .unless("reaches no database", truth("the method needs no query", Repositories::isHarmless))
        .unless("changes the schema", that("its name says so", Repositories::changesSchema))
        .unless(
            "reads a page at a time", that("an argument says which page", Repositories::takesPage))
        .unless(
            "flushed as a batch",
            that("a transaction collects what is saved", Repositories::isCollected)
                .and(configured(Roles.BATCHES_WRITES)))
        .unless(
            "the same row each time", truth("the persistence context has it", Repositories::isKept))
        .unless(
            "only on a cache miss",
            onCacheMiss().or(truth("a cache answers", Repositories::isCached)))
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .unless("migrates once", inMigration())
        .pedanticUnless(
            truth("it reads a row for each row of another query", RowsForRows::areAskedFor)
                .and(that("by keys alone", Repositories::asksByKeys))
                .and(runsPer("reading-request", "library"))
                .and(onUncalledWay().not()),
            "loops over what is or may be a handful, with lists of conditions for each element, writes, jobs, requests that change something, and code that nobody runs")
        .say(
            m ->
                "`%s` of %s runs a query for each element: %s."
                    .formatted(m.callee(), Repositories.name(m), Repositories.loop(m)))
        .handfulIsSmall()
        .once(Once.PER_LOOP)
        .supersedes("query-in-loop")
        .build();
  }
}
