package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags batches of statements that grow with a cursor or a reader and are sent at the end. */
@AutoService(RuleSource.class)
public final class WriteBatchUnbounded implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("write-batch-unbounded")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .outage("the batch grows with the input until the heap is full")
        .effect("0.1 to 1 kB")
        .technique(Technique.BATCHING)
        .effort(Effort.MINUTES_10)
        .userImpact("the job needs the same memory however many rows there are")
        .summary("batch of statements that grows with the input and is sent once at the end")
        .why(
            """
            A driver keeps the parameters of every `addBatch` until `executeBatch` is called. Rows that are read one at a
            time, so as not to have all of them, are then in memory all the same, and the server gets them in one go:
            a million rows are some hundred megabytes.""")
        .instead(
            "Count, and call `executeBatch` every 50 to 1000 rows and once after the loop; more rows in a batch gain"
                + " next to nothing.")
        .caveat(
            "It does not matter where the rows stay few. Of batches in one transaction all or none are kept, as before.")
        .evidence(
            new Evidence.Count(
                "n rows are n sets of parameters on the heap at once, with a batch of 500 they are 500. A heap histogram"
                    + " before the end shows it."))
        .flag(
            call("java.sql.PreparedStatement#addBatch()", "java.sql.Statement#addBatch(String)")
                .where(that("the loop reads on", GrowingBatches::readsOn)))
        .unless("sent on the way", that("the loop sends it", GrowingBatches::isSentOnTheWay))
        .unless("runs at start-up", runsPer("start-up"))
        .say(GrowingBatches::message)
        .build();
  }
}
