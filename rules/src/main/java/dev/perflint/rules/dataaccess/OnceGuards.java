package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;

/** Conditions in a loop that hold once at most, however many elements there are. */
final class OnceGuards {
  private OnceGuards() {}

  /**
   * Between the loop and the call stands a test of a map's key against one text, or of a flag that
   * the branch itself sets.
   */
  static boolean isAtMostOnce(Match match) {
    for (Frame at = match.site().frame(); at != null && !at.isMember(); at = at.parent()) {
      if (at.kind() == Frame.Kind.LOOP) {
        return false;
      }
      boolean once =
          at.kind() == Frame.Kind.BRANCH
              && at.node().getParentNode().orElse(null) instanceof IfStmt choice
              && choice.getThenStmt() == at.node()
              && (comparesKey(choice.getCondition()) || setsItself(choice));
      if (once) {
        return true;
      }
    }
    return false;
  }

  /** {@code entry.getKey().equals("office")}, either way round. */
  private static boolean comparesKey(Expression condition) {
    return condition instanceof MethodCallExpr call
        && call.getNameAsString().equals("equals")
        && call.getArguments().size() == 1
        && call.getScope().isPresent()
        && (isKey(call.getScope().get()) && call.getArgument(0).isStringLiteralExpr()
            || isKey(call.getArgument(0)) && call.getScope().get().isStringLiteralExpr());
  }

  private static boolean isKey(Expression expression) {
    return expression instanceof MethodCallExpr call
        && call.getNameAsString().equals("getKey")
        && call.getArguments().isEmpty();
  }

  /** {@code if (!done)} with {@code done = true} in the branch. */
  private static boolean setsItself(IfStmt choice) {
    if (!(choice.getCondition() instanceof UnaryExpr not)
        || !(not.getExpression() instanceof NameExpr flag)) {
      return false;
    }
    Node branch = choice.getThenStmt();
    return branch
        .findFirst(
            AssignExpr.class,
            assign ->
                assign.getTarget() instanceof NameExpr name
                    && name.getNameAsString().equals(flag.getNameAsString())
                    && assign.getValue().isBooleanLiteralExpr())
        .isPresent();
  }
}
