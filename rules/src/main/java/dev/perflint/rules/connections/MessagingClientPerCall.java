package dev.perflint.rules.connections;

import static dev.perflint.match.Conditions.that;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags producers, consumers and connections of message brokers that live for one call. */
@AutoService(RuleSource.class)
public final class MessagingClientPerCall implements RuleSource {
  @Override
  public Rule rule() {
    return ClientUse.ruleAbout(
        "messaging-client",
        Rule.named("messaging-client-per-call")
            .since("0.1")
            .theme(Theme.CONNECTIONS)
            .group(Group.PREVIEW)
            .risk(Risk.OUTAGE)
            .effectFromKnowledge("by broker: 5 to 200 ms, a consumer in a group up to seconds")
            .technique(Technique.CONNECTION_POOLING)
            .effort(Effort.HOURS_1)
            .summary("client of a message broker created for a single call")
            .why(
                """
            A producer owns a thread, buffers and connections, and asks the brokers for their metadata before it
            sends anything; a consumer that joins or leaves a group stops the others until they are balanced again.
            One that is made for a call pays all of that for a few messages, cannot send them in batches, and under
            load the brokers see more connections come and go than messages.""")
            .instead(
                "Keep one producer, admin client or broker connection for the application and close it at the end; keep a"
                    + " consumer or channel for each thread.")
            .caveat("It does not matter for a rare task of an administrator.")
            .unless(
                "kept by a task",
                that("a function for another thread holds it", ClientUse::isHeldByTask))
            .evidence(
                new Evidence.Reference(
                    "The documentation of the producer: it is thread-safe, and sharing a single one across threads is generally"
                        + " faster than having several.",
                    "https://kafka.apache.org/39/javadoc/org/apache/kafka/clients/producer/KafkaProducer.html")));
  }
}
