package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/**
 * Flags counters that all threads add to in one place, though nobody needs each of their values.
 */
@AutoService(RuleSource.class)
public final class AtomicCounterContention implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("atomic-counter-contention")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PEDANTIC)
        .risk(Risk.THROUGHPUT)
        .effect("20 to 200 ns where threads meet")
        .technique(Technique.EXECUTORS)
        .effort(Effort.MINUTES_10)
        .summary("statistics that all threads add up in one atomic number")
        .why(
            """
            Each addition needs the cache line of the number for itself. Where several cores count at the same time
            they hand it to and fro, and each waits for the others. A `LongAdder` gives each of them a cell of its own
            and adds them up when somebody asks.""")
        .instead("Use a `LongAdder`, `add` or `increment` to count and `sum` to read.")
        .caveat(
            "It does not matter for some thousands of additions a second, nor where the number is read as often as it"
                + " is changed.")
        .evidence(
            new Evidence.Reference(
                "By its documentation a LongAdder is preferable to an AtomicLong for statistics that many threads update:"
                    + " under contention its throughput is significantly higher.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/atomic/LongAdder.html"))
        .flag(
            call(
                    "java.util.concurrent.atomic.AtomicLong#incrementAndGet()",
                    "java.util.concurrent.atomic.AtomicLong#getAndIncrement()",
                    "java.util.concurrent.atomic.AtomicLong#addAndGet(long)",
                    "java.util.concurrent.atomic.AtomicLong#getAndAdd(long)")
                .where(that("nobody uses its results", CountedField::isOnlyCounted))
                .inside(runsPer("request", "message", "event-loop", "reactive")))
        .say(
            m ->
                "All threads add to `%s` in one place, %s."
                    .formatted(CountedField.name(m), m.howOften()))
        .build();
  }
}
