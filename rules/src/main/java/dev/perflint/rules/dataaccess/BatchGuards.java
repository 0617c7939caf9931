package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;

/**
 * Conditions in a loop that hold once for many elements: what is behind them is done for a batch.
 */
final class BatchGuards {
  private BatchGuards() {}

  /**
   * Between the loop and the call stands {@code i % size == 0}, a test of a collection that the
   * branch empties, or one of a counter that the branch sets back.
   */
  static boolean isOncePerBatch(Match match) {
    for (Frame at = match.site().frame(); at != null && !at.isMember(); at = at.parent()) {
      if (at.kind() == Frame.Kind.LOOP) {
        return false;
      }
      boolean guarded =
          at.kind() == Frame.Kind.BRANCH
              && at.node().getParentNode().orElse(null) instanceof IfStmt choice
              && choice.getThenStmt() == at.node()
              && isGuard(choice);
      if (guarded) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGuard(IfStmt choice) {
    Expression condition = choice.getCondition();
    return condition
            .findFirst(
                BinaryExpr.class, test -> test.getOperator() == BinaryExpr.Operator.REMAINDER)
            .isPresent()
        || condition
            .findFirst(NameExpr.class, name -> startsAnew(name, choice.getThenStmt()))
            .isPresent();
  }

  /** The branch sets it to a constant, or clears it. */
  private static boolean startsAnew(NameExpr name, Node branch) {
    return branch
            .findFirst(
                AssignExpr.class,
                assign -> assign.getTarget().equals(name) && assign.getValue().isLiteralExpr())
            .isPresent()
        || branch
            .findFirst(
                MethodCallExpr.class,
                call ->
                    call.getNameAsString().equals("clear")
                        && call.getScope().filter(name::equals).isPresent())
            .isPresent();
  }
}
