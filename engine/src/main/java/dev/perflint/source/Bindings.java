package dev.perflint.source;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;

/**
 * When a condition binds its pattern variables, and whether a statement is ever left at its end:
 * together they say where those variables are in scope. Outside of it their names may mean fields.
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

  /** Whether control never reaches what follows: a return, throw, break, continue or yield. */
  static boolean endsAbruptly(Statement statement) {
    if (statement instanceof BlockStmt block) {
      return !block.getStatements().isEmpty()
          && endsAbruptly(block.getStatement(block.getStatements().size() - 1));
    }
    if (statement instanceof IfStmt choice) {
      return choice.getElseStmt().isPresent()
          && endsAbruptly(choice.getThenStmt())
          && endsAbruptly(choice.getElseStmt().get());
    }
    if (statement instanceof SynchronizedStmt lock) {
      return endsAbruptly(lock.getBody());
    }
    return statement.isReturnStmt()
        || statement.isThrowStmt()
        || statement.isBreakStmt()
        || statement.isContinueStmt()
        || statement.isYieldStmt();
  }
}
