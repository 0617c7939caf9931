package dev.perflint.rules.buffers;

import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.onFailure;
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

/** Flags loops that flush one channel of Netty for each message. */
@AutoService(RuleSource.class)
public final class NettyFlushPerMessage implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("netty-flush-per-message")
        .since("0.1")
        .theme(Theme.BUFFERS)
        .group(Group.PREVIEW)
        .risk(Risk.THROUGHPUT)
        .effect("5 to 20 µs and a packet for each message")
        .technique(Technique.BATCHING)
        .effort(Effort.MINUTES_10)
        .summary("channel flushed for each of many messages")
        .why(
            """
            A flush hands what was written to the socket: a system call, and with small messages a packet each. Netty gathers
            all that was written since the last flush into one call, if it is let; with encryption, each flush also makes
            a record of its own.""")
        .instead(
            "`write` in the loop and one `flush` behind it; in a handler `flush` in `channelReadComplete`, or a"
                + " `FlushConsolidationHandler` in the pipeline.")
        .caveat(
            "It does not matter where each message waits for something slow, or where there are two or three.")
        .evidence(
            new Evidence.Reference(
                "The documentation of FlushConsolidationHandler says that flushes are expensive, since they may trigger a system"
                    + " call, and that it is better to have few of them.",
                "https://netty.io/4.1/api/io/netty/handler/flush/FlushConsolidationHandler.html"))
        .flag(
            call(
                    "io.netty.channel.ChannelOutboundInvoker#writeAndFlush(*)",
                    "io.netty.channel.ChannelOutboundInvoker#flush()",
                    "io.netty.channel.Channel#flush()",
                    "io.netty.channel.ChannelHandlerContext#flush()")
                .where(that("on the same channel in each pass", FlushedChannels::isOneForAll))
                .inside(loop()))
        .unless("the loop waits for each", that("the loop waits", FlushedChannels::areAwaited))
        .unless("as much as the channel takes", that("it asks for room", FlushedChannels::areAsked))
        .unless("only after a failure", onFailure())
        .say(
            m ->
                "`%s` hands each message to the socket by itself %s."
                    .formatted(m.callee(), m.howOften()))
        .build();
  }
}
