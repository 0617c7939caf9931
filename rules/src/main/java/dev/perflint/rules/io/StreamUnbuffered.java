package dev.perflint.rules.io;

import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.role;

import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags streams without a buffer that are read or written piece by piece. */
@AutoService(RuleSource.class)
public final class StreamUnbuffered implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("stream-unbuffered")
        .since("0.1")
        .theme(Theme.IO)
        .group(Group.PREVIEW)
        .risk(Risk.THROUGHPUT)
        .effect("0.3 to 3 ms")
        .technique(Technique.BUFFERS)
        .effort(Effort.MINUTES_10)
        .summary("stream without a buffer used byte by byte, value by value or line by line")
        .why(
            """
            A file or socket stream does one system call for each call of read or write, and a compressor or cipher
            enters native code, however little is asked of it. That is a fraction of a microsecond to a few for each
            byte, where a buffer in between makes it one call for eight thousand.""")
        .instead(
            "Put a BufferedInputStream or BufferedOutputStream right around the stream, above a compressor as well, and"
                + " flush where the other side waits for what was written; read a RandomAccessFile in blocks. Compressors"
                + " take the size of their buffer as a second argument.")
        .caveat("It does not matter for a few bytes, nor where a peer must see each one at once.")
        .evidence(
            new Evidence.Reference(
                "The documentation says what the buffer saves: a call of the underlying system for each byte.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/io/BufferedOutputStream.html"))
        .flag(
            role(Roles.UNBUFFERED)
                .where(
                    truth("it is used in small pieces in a loop", SmallPieces::inLoop)
                        .or(that("somebody gets the bare file", RawStreams::isHandedOn))
                        .or(that("a small compressor", RawStreams::isSmallCompressor))))
        .unless("each piece is flushed", that("the loop flushes it", SmallPieces::isFlushed))
        .unless("over memory", that("it is over an array", RawStreams::isOverMemory))
        .unless("its position is asked", that("it is", SmallPieces::isAskedForPosition))
        .unless("only at start-up", runsPer("start-up"))
        .pedanticUnless(
            truth("it is used in small pieces in a loop", SmallPieces::inLoop),
            "files that are handed on without a buffer, since whoever reads them may do so in blocks, and compressors"
                + " with the 512 bytes that they have by themselves")
        .say(SmallPieces::message)
        .build();
  }
}
