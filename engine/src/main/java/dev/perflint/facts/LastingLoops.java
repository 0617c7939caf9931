package dev.perflint.facts;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.Statement;
import java.util.Locale;
import java.util.Set;

/**
 * Loops that last for as long as something runs: a worker's, which asks whether it was told to
 * stop, and one that naps on each pass until something is there. How often they go round says
 * nothing of how many elements there are.
 */
final class LastingLoops {
  private static final Set<String> LIFE =
      Set.of(
          "running",
          "stop",
          "stopped",
          "stopping",
          "closed",
          "closing",
          "shutdown",
          "terminated",
          "interrupted",
          "alive",
          "canceled",
          "cancelled");

  private LastingLoops() {}

  /** Whether the condition, or a part of it that has to hold, asks whether something still runs. */
  static boolean asksForLife(Expression condition) {
    Expression asked = condition;
    while (asked.isEnclosedExpr()
        || asked instanceof UnaryExpr not
            && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      asked =
          asked.isEnclosedExpr()
              ? asked.asEnclosedExpr().getInner()
              : asked.asUnaryExpr().getExpression();
    }
    if (asked instanceof BinaryExpr both && both.getOperator() == BinaryExpr.Operator.AND) {
      return asksForLife(both.getLeft()) || asksForLife(both.getRight());
    }
    if (asked instanceof MethodCallExpr call && call.getArguments().isEmpty()) {
      return isLife(call.getNameAsString())
          || call.getScope().filter(LastingLoops::isLifeFlag).isPresent();
    }
    return isLifeFlag(asked);
  }

  /** A variable, also one that is asked with {@code get()}. */
  private static boolean isLifeFlag(Expression expression) {
    if (expression instanceof NameExpr name) {
      return isLife(name.getNameAsString());
    }
    return expression instanceof FieldAccessExpr field && isLife(field.getNameAsString());
  }

  private static boolean isLife(String name) {
    for (String word : name.split("_|(?<=[a-z0-9])(?=[A-Z])")) {
      if (LIFE.contains(word.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return name.equals("isShutDown");
  }

  /** Whether a pass naps, by itself and not in a function that it hands on. */
  static boolean naps(Statement body) {
    return body.findFirst(
            MethodCallExpr.class, call -> isNap(call) && CodeAround.of(call) == CodeAround.of(body))
        .isPresent();
  }

  private static boolean isNap(MethodCallExpr call) {
    String name = call.getNameAsString();
    return (name.startsWith("sleep") || name.equals("parkNanos"))
        && call.getArguments().isNonEmpty();
  }
}
