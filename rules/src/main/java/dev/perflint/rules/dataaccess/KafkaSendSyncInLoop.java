package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.loopOverElements;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.Set;

/** Flags records that are sent to Kafka and waited for one by one. */
@AutoService(RuleSource.class)
public final class KafkaSendSyncInLoop implements RuleSource {
  private static final Set<String> WAITS = Set.of("get", "join");
  private static final String KAFKA = "Kafka";

  @Override
  public Rule rule() {
    return Rule.named("kafka-send-sync-in-loop")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.THROUGHPUT)
        .effect("1 to 10 ms")
        .technique(Technique.BATCHING)
        .effort(Effort.HOURS_1)
        .userImpact("a record that fails is told after later ones were sent")
        .summary("record sent to Kafka and waited for before the next one")
        .why(
            """
            A producer collects records and sends many in one request. Who waits for each one, or flushes after it, sends
            requests of a single record, each a round trip to the broker and its replicas.""")
        .instead(
            "Send all records, keep the futures and wait for them once at the end, or give `send` a callback; one `flush`"
                + " after the loop also does. Order within a partition stays with `enable.idempotence`, the default.")
        .caveat(
            "Where the next record must not be sent unless the one before has arrived, each must be waited for.")
        .evidence(
            new Evidence.Count(
                "A loop over n records waits for n requests; sent without waiting they go in some requests of many"
                    + " records. The producer's metric `records-per-request-avg` shows it."))
        .flag(
            anyOf(
                    on(MethodCallExpr.class, KafkaSendSyncInLoop::waitsForRecord),
                    call(
                        "org.apache.kafka.clients.producer.Producer#flush()",
                        "org.apache.kafka.clients.producer.KafkaProducer#flush()",
                        "org.springframework.kafka.core.KafkaOperations#flush()",
                        "org.springframework.kafka.core.KafkaTemplate#flush()"))
                .inside(loopOverElements()))
        .unless("each pass does many", that("the pass has a loop", Commits::hasInnerLoop))
        .unless("another cluster each time", that("the element has it", RowBatches::isOnElement))
        .unless("once for a batch", that("a guard counts", BatchGuards::isOncePerBatch))
        .unless("only on a cache miss", onCacheMiss())
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .say(KafkaSendSyncInLoop::message)
        .supersedes("remote-call-in-loop", "wait-without-deadline")
        .build();
  }

  private static Truth waitsForRecord(FileContext file, Site site) {
    if (!WAITS.contains(Calls.nameOf(site.node())) || file.loops().perElement(site).isEmpty()) {
      return Truth.NO;
    }
    Truth truth = Truth.NO;
    for (MethodCallExpr origin : ValueOrigins.ofReceiver(site)) {
      for (Calls.Known sent : file.calls().known(file.siteOf(origin, site), Roles.STARTS_REMOTE)) {
        if (sent.member().library().equals(KAFKA)) {
          truth = truth.or(sent.truth());
        }
      }
    }
    return truth;
  }

  private static String message(Match match) {
    String loop = match.elementLoops().stream().findFirst().map(Loop::text).orElse("");
    return "`%s` waits for the broker for each element: %s.".formatted(match.callee(), loop);
  }
}
