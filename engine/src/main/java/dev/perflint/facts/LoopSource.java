package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import java.util.Optional;

/** The collection or stream that a loop goes through. */
final class LoopSource {
  private LoopSource() {}

  /**
   * Empty where no collection says how long the loop is.
   *
   * @param loop a statement, or the call that runs a function for each element
   */
  static Optional<Expression> of(Node loop) {
    if (loop instanceof ForEachStmt each) {
      return Optional.of(each.getIterable());
    }
    if (loop instanceof ForStmt counted) {
      return counted.getCompare().flatMap(LoopSource::sized);
    }
    return loop instanceof MethodCallExpr call
        ? ChainSteps.runBy(call).getScope()
        : Optional.empty();
  }

  /** {@code i < rows.size()}. */
  private static Optional<Expression> sized(Expression test) {
    return test instanceof BinaryExpr binary
            && binary.getRight() instanceof MethodCallExpr size
            && size.getNameAsString().equals("size")
        ? size.getScope()
        : Optional.empty();
  }
}
