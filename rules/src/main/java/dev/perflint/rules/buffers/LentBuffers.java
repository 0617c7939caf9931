package dev.perflint.rules.buffers;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.knowledge.MemberPattern;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Buffers that an expression makes, reads and forgets. */
final class LentBuffers {
  /** What reads a buffer and keeps nothing of it. */
  private static final Set<String> READS =
      Set.of("toString", "array", "nioBuffer", "hashCode", "equals", "compareTo", "forEachByte");

  private static final List<MemberPattern> TAKES_BYTES =
      Stream.of(
              "io.netty.buffer.ByteBuf#writeBytes(ByteBuf)",
              "io.netty.buffer.ByteBuf#setBytes(int, ByteBuf)",
              "io.netty.buffer.ByteBufUtil#hexDump(ByteBuf)",
              "io.netty.buffer.ByteBufUtil#getBytes(ByteBuf)")
          .map(MemberPattern::parse)
          .toList();

  private LentBuffers() {}

  /** {@code in.readBytes(4).toString(charset)} and {@code out.writeBytes(in.readBytes(4))}. */
  static boolean areReadInPlace(Match match) {
    Node parent = match.node().getParentNode().orElse(null);
    if (!(parent instanceof MethodCallExpr user)) {
      return false;
    }
    return user.getScope().orElse(null) == match.node()
        ? isRead(user.getNameAsString())
        : TAKES_BYTES.stream().anyMatch(taking -> means(user, taking, match));
  }

  /** A copy of what is there, in a method that does not promise one; what is read on is another. */
  static boolean couldBeShared(Match match) {
    String name = match.methodName().toLowerCase(Locale.ROOT);
    return !match.callee().equals("readBytes") && !name.contains("copy") && !name.contains("copi");
  }

  /** {@code readInt} and {@code getByte}, but not what gives a view that can be released. */
  private static boolean isRead(String name) {
    return READS.contains(name)
        || (name.startsWith("read") || name.startsWith("get"))
            && !name.contains("Slice")
            && !name.equals("readBytes")
            && !name.equals("readOnly");
  }

  private static boolean means(MethodCallExpr user, MemberPattern taking, Match match) {
    Site site = match.file().siteOf(user, match.site());
    return match.file().calls().means(site, taking).isShown();
  }
}
