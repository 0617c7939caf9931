package dev.perflint.rules.buffers;

import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.ArrayCreationExpr;
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

/** Flags arrays for I/O that are made anew in each pass of a loop though one would do. */
@AutoService(RuleSource.class)
public final class IoBufferPerIteration implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("io-buffer-per-iteration")
        .since("0.1")
        .theme(Theme.BUFFERS)
        .group(Group.PREVIEW)
        .risk(Risk.GARBAGE)
        .effectOf("by size: for 8 kB about 300 ns and 8 kB of garbage", FixedArrays::cost)
        .technique(Technique.BUFFERS)
        .effort(Effort.MINUTES_10)
        .summary("a buffer of fixed size made in each pass of a loop")
        .why(
            """
            A new array is set to zero before it can be used, and is garbage at the end of the pass. In a loop that
            uses it once a pass this is often more work than copying the few bytes that are read into it.""")
        .instead(
            "Make the array once before the loop and fill it again in each pass; use only as much of it as the last"
                + " read has filled.")
        .caveat(
            "It does not matter where each pass waits for a disk or a peer, or where there are few of them.")
        .evidence(
            new Evidence.Benchmark(
                "20,000 messages of 100 bytes read through a new array of 64 kB each made 1,311 MB of garbage and took"
                    + " 24 to 28 µs a message, through one array 0.01 µs.",
                "io-buffer-per-iteration"))
        .flag(
            on(ArrayCreationExpr.class, FixedArrays::isLarge)
                .where(truth("it is only lent to others", Borrowing::isOnlyLent))
                .inside(
                    loop().or(truth("in a stream's own read or write", FixedArrays::isInStream))))
        .unless(
            "filled many times in a loop of its own",
            that("a loop within uses it", FixedArrays::isUsedInOwnLoop))
        .say(IoBufferPerIteration::message)
        .build();
  }

  private static String message(Match match) {
    return "A new %s is made %s, and none of them is kept."
        .formatted(FixedArrays.name(match), match.howOften());
  }
}
