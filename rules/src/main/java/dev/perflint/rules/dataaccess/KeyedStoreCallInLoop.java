package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.inMigration;
import static dev.perflint.match.Conditions.loopOverElements;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
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

/**
 * Flags entries of Redis, MongoDB, Elasticsearch and their like that are read or written one by
 * one, where the client has a form for many.
 */
@AutoService(RuleSource.class)
public final class KeyedStoreCallInLoop implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("keyed-store-call-in-loop")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("0.2 to 10 ms")
        .technique(Technique.BATCHING)
        .effort(Effort.HOURS_1)
        .userImpact("answers that depend on many entries come sooner")
        .summary("entries of a store read or written one round trip each")
        .why(
            """
            A store answers a key in microseconds; the way there and back takes a fifth of a millisecond to some
            milliseconds. A loop over a thousand keys waits for a thousand of them, one after another, where a call for
            many, or a pipeline, waits for one or a few.""")
        .instead(
            "Use the client's form for many, some hundreds at a time: `mget` or a pipeline, `multiGet` or"
                + " `executePipelined`, `bulkWrite` or `find` with `in`, `bulk` or `mget`, `batchGetItem`.")
        .caveat(
            "It does not matter for a handful of keys. In a Redis cluster the keys of one `mget` must lie in one slot;"
                + " a pipeline sends to each node what is its own.")
        .evidence(
            new Evidence.Count(
                "A loop over n keys sends n requests and waits for each; a pipeline of 500 waits n / 500 times. The"
                    + " server's count of commands beside the time of the loop shows it."))
        .flag(
            anyOf(
                    role(Roles.KEYED_READ),
                    role(Roles.KEYED_WRITE),
                    on(MethodCallExpr.class, Statements::mayAskStore),
                    on(MethodReferenceExpr.class, Statements::mayAskStore))
                .inside(loopOverElements()))
        .unless(
            "each answer is used", that("what a write answers is needed", KeyedStores::needsAnswer))
        .unless("many at once", that("an argument is a collection", KeyedStores::isForMany))
        .unless("the same entry each time", that("the key is no element", KeyedStores::isSameEntry))
        .unless("a condition decides", that("no batch asks it", KeyedStores::isConditional))
        .unless("another store each time", that("the element has it", KeyedStores::isElsewhere))
        .unless("sent together", that("a pipeline collects it", KeyedStores::isTogether))
        .unless("other threads wait", that("another thread runs it", RemoteWork::runsElsewhere))
        .unless(
            "goes on after a failure", that("a handler is around", RowBatches::toleratesFailure))
        .unless("once for a batch", that("a guard counts", BatchGuards::isOncePerBatch))
        .unless("only on a cache miss", onCacheMiss())
        .unless("only after a failure", onFailure())
        .unless("notes progress", that("its name says so", KeyedStores::notesProgress))
        .unless(
            "earlier answers decide",
            that("the loop goes by what came before", EarlierAnswers::decide))
        .unless("migrates once", inMigration())
        .unless("runs at start-up", runsPer("start-up"))
        .handfulIsSmall()
        .once(Once.PER_LOOP)
        .say(KeyedStores::message)
        .supersedes("query-in-loop", "remote-call-in-loop")
        .build();
  }
}
