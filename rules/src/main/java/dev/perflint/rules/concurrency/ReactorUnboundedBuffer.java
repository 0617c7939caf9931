package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.notKept;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import java.util.Set;

/** Flags buffers of Reactor that take all that a slow subscriber has not asked for. */
@AutoService(RuleSource.class)
public final class ReactorUnboundedBuffer implements RuleSource {
  /** What has an end, so that the buffer has one, too. */
  private static final Set<String> ENDING =
      Set.of("just", "range", "fromIterable", "fromArray", "fromStream", "empty", "take", "window");

  @Override
  public Rule rule() {
    return Rule.named("reactor-unbounded-buffer")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .outage("it grows without a limit while its reader is slower")
        .effectFromKnowledge("all that a slow subscriber has not taken yet stays in memory")
        .technique(Technique.PIPELINES)
        .effort(Effort.HOURS_1)
        .userImpact("a slow reader loses elements or gets an error, instead of the whole process")
        .summary("buffer of a reactive stream without a limit")
        .why(
            """
            A source that cannot be slowed down, such as events or messages, goes on while its subscriber waits for a
            database or for a client on a slow line. Without a size the buffer between them takes everything, until the
            memory is full, and nobody learns that one reader cannot keep up.""")
        .instead(
            "Say how much may wait and what happens then: `onBackpressureBuffer(1000, BufferOverflowStrategy.DROP_OLDEST)`,"
                + " `onBackpressureLatest()` where only the newest counts, and for a sink"
                + " `unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(1000))`.")
        .caveat("It does not matter for a source that ends soon, or that waits for demand itself.")
        .evidence(
            new Evidence.Reference(
                "By its documentation onBackpressureBuffer() without arguments buffers an unbounded number of elements.",
                "https://projectreactor.io/docs/core/release/api/reactor/core/publisher/Flux.html#onBackpressureBuffer--"))
        .flag(
            anyOf(
                call("reactor.core.publisher.Flux#onBackpressureBuffer()"),
                call("reactor.core.publisher.Sinks.UnicastSpec#onBackpressureBuffer()")
                    .where(notKept().not())))
        .unless("of a source that ends", that("it does", ReactorUnboundedBuffer::ends))
        .say(
            m ->
                "The buffer of `onBackpressureBuffer()` in %s has no limit: it keeps all that its subscriber has not taken."
                    .formatted(m.methodName()))
        .build();
  }

  private static boolean ends(Match match) {
    return ValueOrigins.ofReceiver(match.site()).stream()
        .anyMatch(call -> ENDING.contains(call.getNameAsString()));
  }
}
