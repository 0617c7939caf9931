package dev.perflint.rules.buffers;

import static dev.perflint.match.Conditions.onFailure;
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

/**
 * Flags bytes in memory that are copied out of their stream only to be written, read or counted.
 */
@AutoService(RuleSource.class)
public final class ByteOutputDoubleCopy implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("byte-output-double-copy")
        .since("0.1")
        .theme(Theme.BUFFERS)
        .group(Group.PREVIEW)
        .risk(Risk.GARBAGE)
        .effect("10 to 100 µs and 100 kB to 1 MB for a content of that size")
        .technique(Technique.BUFFERS)
        .effort(Effort.MINUTES_10)
        .summary("bytes copied out of a stream in memory only to be written on")
        .why(
            """
            `toByteArray` makes a new array of all that was written. Who only writes it to another stream, decodes it or asks
            for its length has the content twice for a moment, on top of the copies that the stream made while it
            grew; with large documents that is what young collections are made of.""")
        .instead(
            "`bytes.writeTo(out)`, `bytes.toString(charset)` (with a `Charset` on JDK 10 and newer), `bytes.size()`. Where it"
                + " is read again, a subclass can give a view of its protected `buf`, as streams of Commons IO and Spring"
                + " do.")
        .caveat("It does not matter for some hundred bytes.")
        .evidence(
            new Evidence.Reference(
                "By its documentation toByteArray creates a newly allocated byte array with a copy of the valid contents,"
                    + " and writeTo writes the complete contents to the other stream.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/io/ByteArrayOutputStream.html"))
        .flag(
            call("java.io.ByteArrayOutputStream#toByteArray()")
                .where(that("its copy is only read at once", CopiedBytes::areOnlyRead)))
        .unless("the stream is used again", that("it is reset", CopiedBytes::areOfStreamUsedAgain))
        .unless("only after a failure", onFailure())
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .pedanticUnless(
            that("the stream can do it itself", CopiedBytes::canBeLeftToStream),
            "code that reads them again through a stream or buffer")
        .say(CopiedBytes::message)
        .fix("leave it to the stream that has the bytes", CopiedBytes::fix)
        .build();
  }
}
