package dev.perflint.rules.buffers;

import static dev.perflint.match.Conditions.runsOnce;
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

/** Flags deflaters and inflaters that nobody ends. */
@AutoService(RuleSource.class)
public final class DeflaterNotEnded implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("deflater-not-ended")
        .since("0.1")
        .theme(Theme.BUFFERS)
        .group(Group.PREVIEW)
        .risk(Risk.BUILD_UP)
        .effect(
            "10 to 30 µs, and memory outside of the heap until a collection: 256 kB of a deflater, 40 kB of an inflater")
        .technique(Technique.BUFFERS)
        .effort(Effort.MINUTES_10)
        .summary("deflater or inflater that nobody ends")
        .why(
            """
            The state of zlib lies outside of the heap: some 256 kB for a deflater and 40 kB for an inflater. Only `end`
            gives it back at once; without it the memory stays until the collector has found the small object on the heap
            dead and a cleaner has run. The collector does not see how large these are, so that a process may reach the
            limit of its container long before the heap is full. A stream that is handed a deflater does not end it either:
            closing ends only what the stream has made itself.""")
        .instead(
            "Call `end` in a `finally` block; where many small messages are packed, keep one for each thread or a pool, and"
                + " `reset` it before each use. A stream without special settings is better left to make its own.")
        .caveat("It does not matter in a program that packs a few files and ends.")
        .evidence(
            new Evidence.Reference(
                "By its documentation end() should be called explicitly to release the resources used by a Deflater.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/zip/Deflater.html"))
        .flag(
            call("java.util.zip.Deflater#new(*)", "java.util.zip.Inflater#new(*)")
                .where(that("nobody ends it", ZipStates::areNeverEnded)))
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .unless("in a class with a main method", that("it is", ZipStates::isInTool))
        .say(ZipStates::message)
        .build();
  }
}
