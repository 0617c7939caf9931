package dev.perflint.rules.buffers;

import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags lists of all lines of an input that are only gone through once. */
@AutoService(RuleSource.class)
public final class WholeInputInMemory implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("whole-input-in-memory")
        .since("0.1")
        .theme(Theme.BUFFERS)
        .group(Group.PREVIEW)
        .outage("some large inputs at the same time fill the heap")
        .effectFromKnowledge("all lines on the heap, where one would do")
        .technique(Technique.BUFFERS)
        .effort(Effort.MINUTES_10)
        .userImpact("large files no longer need as much memory as they are long")
        .summary("all lines of an input in memory only to look at one after the other")
        .why(
            """
            A list of all lines takes the length of the input and some fifty bytes more for each line. It grows with the
            largest file that ever comes; a few of these at a time fill the heap. Who looks at one line after the other
            needs no more than one.""")
        .instead(
            "Read as you go: `Files.lines(path)` in a try-with-resources, or `readLine` of a `BufferedReader`.")
        .caveat(
            "It does not matter where something else keeps the input below some hundred kilobytes.")
        .evidence(
            new Evidence.Reference(
                "By its documentation readAllLines is intended for simple cases where it is convenient to read all lines"
                    + " at once, and not for reading in large files.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/nio/file/Files.html"))
        .flag(
            call(
                    "java.nio.file.Files#readAllLines(*)",
                    "org.apache.commons.io.IOUtils#readLines(*)",
                    "org.apache.commons.io.FileUtils#readLines(*)",
                    "com.google.common.io.Files#readLines(File, Charset)")
                .where(that("gone through once", WholeLines::areOnlyGoneThrough))
                .inside(
                    runsPer("request", "message", "event-loop", "reactive", "scheduled", "batch")))
        .unless("a file of the application itself", that("a resource", WholeContents::areResources))
        .unless("a setting", that("by its name", WholeLines::areSettings))
        .say(
            m ->
                "`%s` keeps all lines in memory, and %s only looks at one after the other."
                    .formatted(m.callee(), m.methodName()))
        .build();
  }
}
