package dev.perflint.facts;

import com.github.javaparser.ast.expr.Expression;
import java.util.Set;

/** Amounts of time that mean no limit at all. */
final class LimitAmounts {
  private static final Set<String> NUMBERS = Set.of("0", "0L", "-1", "-1L");
  private static final Set<String> CONSTANTS =
      Set.of("ZERO", "DISABLED", "ZERO_MILLISECONDS", "INFINITE");

  private LimitAmounts() {}

  static boolean isNone(Expression value) {
    return value.isNullLiteralExpr()
        || NUMBERS.contains(value.toString())
        || value.isFieldAccessExpr()
            && CONSTANTS.contains(value.asFieldAccessExpr().getNameAsString());
  }
}
