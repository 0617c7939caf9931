package dev.perflint.rules.buffers;

import static dev.perflint.match.Conditions.lambdaPassedTo;
import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.role;

import com.google.auto.service.AutoService;
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

/** Flags memory outside of the heap that is made for one use and left to the collector. */
@AutoService(RuleSource.class)
public final class OffHeapBufferPerCall implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("off-heap-buffer-per-call")
        .since("0.1")
        .theme(Theme.BUFFERS)
        .group(Group.PREVIEW)
        .risk(Risk.THROUGHPUT)
        .effectFromKnowledge(
            "1 to 100 µs, and memory that stays until a collection finds the buffer dead")
        .technique(Technique.BUFFERS)
        .effort(Effort.HOURS_1)
        .summary("a direct or mapped buffer made for a single use")
        .why(
            """
            Memory outside of the heap is slow to get, and only a collection of the small buffer object on the heap
            gives it back. Made again and again it grows until the limit for direct memory, or for mappings, is
            reached; then each allocation starts a full collection and waits, and fails if that does not help.""")
        .instead(
            "Use `ByteBuffer.allocate` for what lives for one call, or keep one direct buffer for each connection or"
                + " thread, or a pool, and clear it before each use; read a file with `Files.readAllBytes`,"
                + " `transferTo` or a stream rather than mapping it for one pass. On JDK 22 and newer a confined"
                + " `Arena` frees what was allocated or mapped in it as soon as it is closed.")
        .caveat(
            "It does not matter for a large buffer that is made once, such as the windows over one huge file.")
        .evidence(
            new Evidence.Benchmark(
                "A write of 1 kB through a new direct buffer of 256 kB took 140 to 350 µs, through one that is kept 0.1 µs.",
                "off-heap-buffer-per-call"))
        .flag(
            role(Roles.OFF_HEAP)
                .where(
                    truth("it is only lent to others", Borrowing::isOnlyLent)
                        .or(that("it is freed at the end", OffHeapBuffers::isFreedHere))))
        .unless(
            "a window over one file", that("the file is opened before", OffHeapBuffers::isWindow))
        .unless("made once for each key", lambdaPassedTo(Roles.MEMOIZES))
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .pedanticUnless(
            loop()
                .or(runsPer("request", "message", "event-loop", "reactive"))
                .and(that("the collector is to free it", m -> !OffHeapBuffers.isFreedHere(m))),
            "methods of which nobody knows how often they run, and those that free it themselves")
        .say(OffHeapBufferPerCall::message)
        .build();
  }

  private static String message(Match match) {
    return OffHeapBuffers.isFreedHere(match)
        ? "`%s` gets memory outside of the heap %s, and gives it back after one use."
            .formatted(match.callee(), match.howOften())
        : "`%s` gets memory outside of the heap %s; it stays until the collector runs."
            .formatted(match.callee(), match.howOften());
  }
}
