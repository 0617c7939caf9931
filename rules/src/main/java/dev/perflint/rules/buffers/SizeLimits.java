package dev.perflint.rules.buffers;

import com.github.javaparser.ast.expr.Expression;
import dev.perflint.facts.Literals;
import dev.perflint.match.Match;
import java.util.OptionalLong;

/** Limits for the size of a message. */
final class SizeLimits {
  /** More than a server has for one of many messages at a time. */
  private static final long TOO_LARGE = 256L * 1024 * 1024;

  private SizeLimits() {}

  /** Unlimited, or so large that it limits nothing. */
  static boolean areNone(Match match) {
    return match.argument(0).filter(limit -> isNone(limit, match)).isPresent();
  }

  private static boolean isNone(Expression limit, Match match) {
    OptionalLong number = Literals.number(limit, match.site().scope());
    return number.isPresent()
        ? number.getAsLong() < 0 || number.getAsLong() >= TOO_LARGE
        : limit.toString().equals("Integer.MAX_VALUE");
  }
}
