package dev.perflint.rules.buffers;

import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags limits for the size of a message that are none. */
@AutoService(RuleSource.class)
public final class MessageSizeUnlimited implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("message-size-unlimited")
        .since("0.1")
        .theme(Theme.BUFFERS)
        .group(Group.PREVIEW)
        .outage("one message of any size fills the heap")
        .effect("100 ms and 250 MB for one message as large as the other side likes")
        .technique(Technique.BUFFERS)
        .effort(Effort.MINUTES_10)
        .userImpact("a message above the limit gets an error")
        .summary("size of messages without a limit that a heap could hold")
        .why(
            """
            What puts a message together in memory asks for a limit so that no peer can fill the heap. With a limit of 2 GB, or
            none, a single upload, a wrong length in a header or a few large answers at once end the process for all,
            and by the rules of collectors such an array is the most expensive of objects.""")
        .instead(
            "Set the limit near the largest message that is really used, some megabytes for most, and stream what may be"
                + " larger.")
        .caveat(
            "It does not matter in a tool that reads from a peer of its own on the same machine.")
        .evidence(
            new Evidence.Reference(
                "The reference says that codecs limit what is buffered in memory, by default to 256 kB, and that the limit"
                    + " is there to be set.",
                "https://docs.spring.io/spring-framework/reference/web/webflux/reactive-spring.html#webflux-codecs-limits"))
        .flag(
            call(
                    "io.netty.handler.codec.http.HttpObjectAggregator#new(*)",
                    "io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator#new(int)",
                    "io.netty.handler.codec.LengthFieldBasedFrameDecoder#new(*)",
                    "io.netty.handler.codec.LineBasedFrameDecoder#new(*)",
                    "io.netty.handler.codec.DelimiterBasedFrameDecoder#new(*)",
                    "org.springframework.http.codec.CodecConfigurer.DefaultCodecs#maxInMemorySize(int)",
                    "io.grpc.ServerBuilder#maxInboundMessageSize(int)",
                    "io.grpc.ManagedChannelBuilder#maxInboundMessageSize(int)")
                .where(that("the limit is none", SizeLimits::areNone)))
        .unless("in a command", runsPer("command-line"))
        .say(
            m ->
                "`%s` in %s takes messages of any size: %s is no limit that a heap could hold."
                    .formatted(
                        m.node() instanceof ObjectCreationExpr made
                            ? made.getType().getNameAsString()
                            : m.callee(),
                        m.methodName(),
                        m.argument(0).orElseThrow()))
        .build();
  }
}
