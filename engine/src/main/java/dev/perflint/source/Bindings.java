package dev.perflint.source;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.UnaryExpr;

/**
 * When a condition binds its pattern variables: with how its branches {@linkplain Exits are left}
 * it says where those variables are in scope. Outside of it their names may mean fields.
 */
final class Bindings {
  private Bindings() {}

  static boolean whenTrue(Expression condition) {
    return binds(condition, true);
  }

  static boolean whenFalse(Expression condition) {
    return binds(condition, false);
  }

  private static boolean binds(Expression condition, boolean outcome) {
    if (condition.isEnclosedExpr()) {
      return binds(condition.asEnclosedExpr().getInner(), outcome);
    }
    if (condition instanceof UnaryExpr not
        && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return binds(not.getExpression(), !outcome);
    }
    if (condition instanceof BinaryExpr both) {
      BinaryExpr.Operator needed = outcome ? BinaryExpr.Operator.AND : BinaryExpr.Operator.OR;
      return both.getOperator() == needed
          && (binds(both.getRight(), outcome) || binds(both.getLeft(), outcome));
    }
    return outcome && condition instanceof InstanceOfExpr test && test.getPattern().isPresent();
  }
}
