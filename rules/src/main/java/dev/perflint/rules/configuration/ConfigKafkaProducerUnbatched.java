package dev.perflint.rules.configuration;

import static dev.perflint.deploy.SpotConditions.absent;
import static dev.perflint.deploy.SpotConditions.calls;
import static dev.perflint.deploy.SpotConditions.onVersion;
import static dev.perflint.deploy.Spots.place;

import com.google.auto.service.AutoService;
import dev.perflint.deploy.Calls;
import dev.perflint.deploy.CodeUse;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import java.util.List;

/** Flags producers of Kafka that send each of many records by itself. */
@AutoService(RuleSource.class)
public final class ConfigKafkaProducerUnbatched implements RuleSource {
  /** Who waits for each record would wait for the lingering, too. */
  private static final List<String> WAITS = List.of(").get(", ").join(");

  private static final Calls SENDS =
      new Calls(
          "sends many records",
          ConfigKafkaProducerUnbatched::isBulk,
          List.of("org.springframework.kafka.core.KafkaOperations#send"),
          WAITS);

  @Override
  public Rule rule() {
    return Rule.named("config-kafka-producer-unbatched")
        .since("0.1")
        .theme(Theme.CONFIGURATION)
        .group(Group.PREVIEW)
        .risk(Risk.THROUGHPUT)
        .effect("0.5 to 2 ms: nearly a request for each record")
        .technique(Technique.BATCHING)
        .effort(Effort.MINUTES_10)
        .userImpact("a record is sent some milliseconds later")
        .summary("many Kafka records that are sent one by one, uncompressed")
        .why(
            """
            Kafka's producer collects records for `linger.ms` before it sends them, which is 0 before version 4: what
            one thread sends in a loop leaves in requests of few records. Each costs the broker, its replicas and the
            network about as much as one of hundreds, and so small a batch does not compress.""")
        .instead(
            "Set `spring.kafka.producer.properties.linger.ms` to 5 to 50, `batch-size` to 64 KB or more, and"
                + " `compression-type` to lz4 or zstd.")
        .caveat(
            "It does not matter where the lists have few records, or where each has to leave at once.")
        .evidence(
            new Evidence.Reference(
                "Kafka's documentation of the producer says that linger.ms leads to fewer requests, and that its"
                    + " default has been 5 instead of 0 since version 4.0.",
                "https://kafka.apache.org/40/generated/producer_config.html#producerconfigs_linger.ms"))
        .usedBy(SENDS)
        .about("org.apache.kafka.clients.producer.KafkaProducer")
        .flag(
            place("spring.kafka.producer", "spring.kafka")
                .where(
                    absent(
                        List.of(
                            "spring.kafka.*linger.ms",
                            "spring.kafka.*compression-type",
                            "spring.kafka.*compression.type"),
                        List.of("LINGER_MS", "linger.ms", "COMPRESSION_TYPE")))
                .where(
                    onVersion("org.springframework.boot:spring-boot", "to 3.5")
                        .or(onVersion("org.apache.kafka:kafka-clients", "to 3.9")))
                .where(calls(SENDS)))
        .tell(
            spot ->
                "Nothing sets `linger.ms`, which is 0 by default: what the code sends in a loop leaves in requests of"
                    + " few records.")
        .build();
  }

  private static boolean isBulk(CodeUse use) {
    return use.isInLoop() && !use.isBeside(WAITS);
  }
}
