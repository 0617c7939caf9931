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

/** Flags content that is read whole only to be written to another place. */
@AutoService(RuleSource.class)
public final class StreamMaterializedToCopy implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("stream-materialized-to-copy")
        .since("0.1")
        .theme(Theme.BUFFERS)
        .group(Group.PREVIEW)
        .outage("some large ones at the same time fill the heap")
        // A server bounds what it takes in a form, and has most often kept it in a file by then.
        .riskOf(m -> m.callee().equals("getBytes") ? Risk.GARBAGE : Risk.OUTAGE)
        .effect("0.3 to 3 ms and 1 to 10 MB for a content of that size, where 8 kB would do")
        .technique(Technique.BUFFERS)
        .effort(Effort.MINUTES_10)
        .userImpact("large uploads and files no longer need as much memory as they are long")
        .summary("content read whole into memory only to write it on")
        .why(
            """
            An array of the whole content is as large as the largest file or upload that ever comes, and reading a stream of
            unknown length copies it several times while the array grows. A few large ones at a time fill the heap, and
            an array of half a region of the collector or more is handled apart and costs extra. Nothing of that is needed to
            move bytes from one place to another.""")
        .instead(
            "Hand the content on in pieces: `in.transferTo(out)`, `Files.copy(in, path)` or `Files.copy(path, out)`,"
                + " `MultipartFile.transferTo(path)`, a body handler that writes to the file.")
        .caveat("It does not matter where something else keeps the content below some kilobytes.")
        .evidence(
            new Evidence.Reference(
                "By its documentation readAllBytes is intended for simple cases where it is convenient to read all bytes"
                    + " into an array, and not for reading input streams with large amounts of data.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/io/InputStream.html#readAllBytes()"))
        .flag(
            call(
                    "java.io.InputStream#readAllBytes()",
                    "java.nio.file.Files#readAllBytes(Path)",
                    "org.apache.commons.io.IOUtils#toByteArray(InputStream)",
                    "org.apache.commons.io.FileUtils#readFileToByteArray(File)",
                    "com.google.common.io.ByteStreams#toByteArray(InputStream)",
                    "com.google.common.io.Files#toByteArray(File)",
                    "org.springframework.util.StreamUtils#copyToByteArray(InputStream)",
                    "org.springframework.util.FileCopyUtils#copyToByteArray(*)",
                    "org.springframework.web.multipart.MultipartFile#getBytes()",
                    "okhttp3.ResponseBody#bytes()")
                .where(that("it is only written on", WholeContents::areOnlyWritten)))
        .unless("a file of the application itself", that("a resource", WholeContents::areResources))
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .say(
            m ->
                "`%s` reads all of the content into memory, and %s only writes it on."
                    .formatted(m.callee(), m.methodName()))
        .build();
  }
}
