package dev.perflint.rules.buffers;

import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.google.auto.service.AutoService;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.JdkRange;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import dev.perflint.types.Truth;

/** Flags arrays of half a megabyte and more that are made for one request or one pass. */
@AutoService(RuleSource.class)
public final class HumongousArrayPerCall implements RuleSource {
  private static final int G1_BY_DEFAULT = 9;

  @Override
  public Rule rule() {
    return Rule.named("humongous-array-per-call")
        .since("0.1")
        .theme(Theme.BUFFERS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge("clearing 512 kB or more, and room among what lives long")
        .jdk(new JdkRange(G1_BY_DEFAULT, Integer.MAX_VALUE))
        .technique(Technique.BUFFERS)
        .effort(Effort.HOURS_1)
        .summary("large array made for each request or each pass of a loop")
        .why(
            """
            All of a new array is cleared before its first use, however little of it is used. G1 puts an object of half a
            region or more apart, among what lives long, in regions of its own whose rest nobody can use; many of them
            start its marking early and leave no connected room for the next one.""")
        .instead(
            "Work in pieces of some kilobytes, stream what is handed on, or keep one buffer for each worker and clear"
                + " it before each use.")
        .caveat(
            "It does not matter with ZGC, for a rare request, or where regions are larger: they grow with the heap, from 1"
                + " MB on, and only an array of half a region is put apart.")
        .evidence(
            new Evidence.Reference(
                "The tuning guide says that G1 treats objects of half a region or more apart, and that they can start"
                    + " a collection early.",
                "https://docs.oracle.com/en/java/javase/17/gctuning/garbage-first-g1-garbage-collector1.html"))
        .flag(
            anyOf(
                    on(
                        ArrayCreationExpr.class,
                        (file, site) -> Truth.of(LargeArrays.isLarge(site))),
                    call(
                            "java.nio.ByteBuffer#allocate(int)",
                            "java.io.ByteArrayOutputStream#new(int)",
                            "java.lang.StringBuilder#new(int)")
                        .where(LargeArrays.LARGE))
                .where(truth("it is only lent to others", Borrowing::isOnlyLent))
                .inside(loop().or(runsPer("request", "message", "event-loop", "reactive"))))
        .unless("made once for each key", onCacheMiss())
        .unless("only after a failure", onFailure())
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .supersedes("io-buffer-per-iteration")
        .say(HumongousArrayPerCall::message)
        .build();
  }

  private static String message(Match match) {
    return "%d kB are made and cleared %s."
        .formatted(LargeArrays.kilobytes(match), match.howOften());
  }
}
