package dev.perflint.rules.buffers;

import static dev.perflint.match.Conditions.that;

import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Literals;
import dev.perflint.match.Condition;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Arrays of a constant length, alone or within a buffer. */
final class LargeArrays {
  /** Half of the smallest region. */
  private static final long LARGE_BYTES = 512 * 1024;

  private static final int KILO = 1024;

  private static final Map<String, Integer> BYTES =
      Map.of(
          "byte", 1, "boolean", 1, "char", 2, "short", 2, "int", 4, "float", 4, "long", 8, "double",
          8);

  static final Condition LARGE = that("it is large", match -> isLarge(match.site()));

  private LargeArrays() {}

  static boolean isLarge(Site site) {
    return bytes(site) >= LARGE_BYTES;
  }

  static long kilobytes(Match match) {
    return bytes(match.site()) / KILO;
  }

  /** 0 where the file does not show the length; a reference is not counted. */
  private static long bytes(Site site) {
    if (site.node() instanceof ArrayCreationExpr array) {
      int each = BYTES.getOrDefault(array.getElementType().asString(), 0);
      return array.getLevels().size() == 1
          ? each * array.getLevels().get(0).getDimension().map(d -> value(d, site)).orElse(0L)
          : 0;
    }
    List<Expression> arguments = Calls.arguments(site.node());
    return arguments.size() == 1 ? value(arguments.get(0), site) : 0;
  }

  private static long value(Expression length, Site site) {
    OptionalLong number = Literals.number(length, site.scope());
    return number.orElse(0);
  }
}
