package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.loopOverElements;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import java.util.Locale;

/** Flags commits of transactions, offsets and indexes that are made for each of many elements. */
@AutoService(RuleSource.class)
public final class CommitPerItem implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("commit-per-item")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.THROUGHPUT)
        .effect("0.5 to 10 ms")
        .technique(Technique.BATCHING)
        .effort(Effort.HOURS_1)
        .userImpact("after a failure more elements are done again")
        .summary("commit made for each element of a loop")
        .why(
            """
            A commit waits until the log is on the disk, for a broker that notes an offset, or for an index that opens
            anew what it searches. That costs the same for one element as for hundreds.""")
        .instead(
            "Commit once for each batch of 50 to 1000 elements and after the last one; leave it to the index when it"
                + " refreshes.")
        .caveat(
            "Whoever must not do an element twice after a failure commits each one; then each costs what it costs.")
        .evidence(
            new Evidence.Count(
                "A loop over n elements commits n times; with a batch size of 500 it is n / 500. The server's statistics"
                    + " of commits or refreshes show it."))
        .flag(
            anyOf(
                    call(
                            "java.sql.Connection#commit()",
                            "jakarta.persistence.EntityTransaction#commit()",
                            "javax.persistence.EntityTransaction#commit()",
                            "org.hibernate.Transaction#commit()")
                        .where(that("the pass writes a row", Commits::writesHere)),
                    call(
                        "org.apache.kafka.clients.consumer.Consumer#commitSync(*)",
                        "org.apache.kafka.clients.consumer.KafkaConsumer#commitSync(*)",
                        "org.apache.solr.client.solrj.SolrClient#commit(*)"))
                .inside(loopOverElements()))
        .unless("each pass does many", that("the pass has a loop", Commits::hasInnerLoop))
        .unless("another database each time", that("the element has it", RowBatches::isElsewhere))
        .unless(
            "goes on after a failure", that("a handler is around", RowBatches::toleratesFailure))
        .unless("once for a batch", that("a guard counts", BatchGuards::isOncePerBatch))
        .unless("only on a cache miss", onCacheMiss())
        .unless("only after a failure", onFailure())
        .unless("rolls back", that("its method is called so", CommitPerItem::isRollback))
        .unless("runs at start-up", runsPer("start-up"))
        .say(Commits::message)
        .build();
  }

  /** After a failure, as well, though nothing at the place shows it. */
  private static boolean isRollback(Match match) {
    return match.methodName().toLowerCase(Locale.ROOT).startsWith("rollback");
  }
}
