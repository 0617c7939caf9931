package dev.perflint.rules.caching;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.match.Match;
import java.util.List;
import java.util.Optional;

/** What the builder of a cache is told about how large and how old it may get. */
final class CacheLimits {
  private static final List<String> LIMITS = List.of("maximum", "expire", "weak", "soft");

  private CacheLimits() {}

  /** The whole chain is seen, from a builder without settings on, and nothing in it is a limit. */
  static boolean areMissing(Match match) {
    Optional<Expression> at =
        match.node() instanceof MethodCallExpr built ? built.getScope() : Optional.empty();
    while (at.isPresent() && at.get() instanceof MethodCallExpr call) {
      String name = call.getNameAsString();
      if (name.equals("newBuilder")) {
        return call.getArguments().isEmpty();
      }
      if (LIMITS.stream().anyMatch(name::startsWith)) {
        return false;
      }
      at = call.getScope();
    }
    return false;
  }
}
