package dev.perflint.rules.buffers;

import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags buffers of Netty that are copied only to be read, and that nobody can release. */
@AutoService(RuleSource.class)
public final class NettyBufferCopied implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("netty-buffer-copied")
        .since("0.1")
        .theme(Theme.BUFFERS)
        .group(Group.PREVIEW)
        .outage("direct memory grows with each message until none is left")
        .effect("300 ns and 300 B outside of the heap that are never given back")
        .technique(Technique.BUFFERS)
        .effort(Effort.MINUTES_10)
        .summary("buffer of Netty copied to read it once")
        .why(
            """
            `readBytes(length)` and `copy()` take a new buffer from the allocator, which belongs to the caller. Where the call
            stands in an expression that only reads it nobody can release it: the pool grows with each message, until
            direct memory is used up. The copy is not needed, either, for the bytes lie in the buffer at hand.""")
        .instead(
            "`readSlice(length)` gives a view without a copy and without anything to release; `toString(index, length,"
                + " charset)` and `out.writeBytes(in, length)` need none at all.")
        .caveat(
            "It does not matter in tests, and only costs the copy where buffers are not pooled.")
        .evidence(
            new Evidence.Reference(
                "By its documentation readBytes(int) transfers the data to a newly created buffer, and readSlice(int) returns"
                    + " a new slice of this buffer's sub-region.",
                "https://netty.io/4.1/api/io/netty/buffer/ByteBuf.html"))
        .flag(
            call(
                    "io.netty.buffer.ByteBuf#readBytes(int)",
                    "io.netty.buffer.ByteBuf#copy()",
                    "io.netty.buffer.ByteBuf#copy(int, int)",
                    "io.netty.buffer.Unpooled#copiedBuffer(ByteBuf)")
                .where(
                    that("it is read in the same expression", LentBuffers::areReadInPlace)
                        .or(that("a view would do", LentBuffers::couldBeShared))))
        .unless("only after a failure", onFailure())
        .pedanticUnless(
            that("it is read in the same expression", LentBuffers::areReadInPlace),
            "copies that somebody keeps and releases, where one buffer could be shared")
        .say(NettyBufferCopied::message)
        .build();
  }

  private static String message(Match match) {
    return (LentBuffers.areReadInPlace(match)
            ? "`%s` in %s makes a buffer that is read once and that nobody can release."
            : "`%s` in %s copies all bytes; `retainedDuplicate` or `retainedSlice` shares them.")
        .formatted(match.callee(), match.methodName());
  }
}
