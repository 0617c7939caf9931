package dev.perflint.rules.buffers;

import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.call;

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

/** Flags new buffers of Netty where the allocator of the channel has better ones. */
@AutoService(RuleSource.class)
public final class NettyUnpooledBuffer implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("netty-unpooled-buffer")
        .since("0.1")
        .theme(Theme.BUFFERS)
        .group(Group.PEDANTIC)
        .risk(Risk.GARBAGE)
        .effect("200 ns and 500 B for each message, and one more copy when it is sent")
        .technique(Technique.BUFFERS)
        .effort(Effort.MINUTES_10)
        .summary(
            "buffer outside of the pool, or on the heap, where the channel's allocator is at hand")
        .why(
            """
            `Unpooled` makes a new buffer each time, which is set to zero and left to the collector, or to a cleaner where it is
            direct. Sockets take direct memory only, so that what is on the heap is copied once more before it is sent.
            The allocator of the channel gives what it has used before, of the kind that the channel wants.""")
        .instead(
            "`ctx.alloc().buffer(size)`, or `ioBuffer(size)` for what goes to a socket, `channel.alloc().buffer(size)` or `alloc().buffer(size)`; whoever writes it releases"
                + " it, as for all buffers of a pool.")
        .caveat(
            "It does not matter for a few small messages, and buffers that nobody releases must stay out of the pool.")
        .evidence(
            new Evidence.Reference(
                "The documentation of ByteBufAllocator of Netty describes buffer() as the kind of buffer that its"
                    + " implementation finds best, and ioBuffer() as one suitable for I/O.",
                "https://netty.io/4.1/api/io/netty/buffer/ByteBufAllocator.html"))
        .flag(
            call(
                    "io.netty.buffer.Unpooled#buffer(*)",
                    "io.netty.buffer.Unpooled#directBuffer(*)",
                    "io.netty.buffer.Unpooled#compositeBuffer(*)",
                    "io.netty.buffer.ByteBufAllocator#heapBuffer(int)",
                    "io.netty.buffer.ByteBufAllocator#heapBuffer(int, int)")
                .where(truth("an allocator is at hand", Allocators::areAtHand)))
        .unless("of no bytes", that("of no bytes", Allocators::isOfNoBytes))
        .unless("nobody else gets it", that("it stays here", Allocators::areOfNoUse))
        .unless("only after a failure", onFailure())
        .unless("only at start-up or in a command", runsPer("start-up", "command-line"))
        .say(NettyUnpooledBuffer::message)
        .build();
  }

  private static String message(Match match) {
    return match.callee().equals("heapBuffer")
        ? "`heapBuffer` in %s is copied into direct memory where a socket writes it."
            .formatted(match.methodName())
        : "`Unpooled.%s` in %s makes a new buffer, where %s has an allocator that keeps them."
            .formatted(match.callee(), match.methodName(), Allocators.holder(match));
  }
}
