package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.source.Exits;
import java.util.List;
import java.util.function.Consumer;

/**
 * The statements that run between {@code lock()} and {@code unlock()}. Where a statement may have
 * released the lock, the region ends before it.
 */
final class LockRegions {
  private LockRegions() {}

  /**
   * Hands over the statements in which a call has the lock, outermost first.
   *
   * @param acquiring {@code lock.lock()}, {@code lockInterruptibly}, {@code tryLock}
   */
  static void of(MethodCallExpr acquiring, Consumer<Statement> held) {
    String lock = text(acquiring.getScope().orElseThrow());
    Node parent = acquiring.getParentNode().orElse(null);
    if (parent instanceof ExpressionStmt statement) {
      following(statement, lock, held);
      return;
    }
    boolean negated =
        parent instanceof UnaryExpr not
            && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT;
    Node test = negated ? parent : acquiring;
    if (test.getParentNode().orElse(null) instanceof IfStmt choice
        && choice.getCondition() == test) {
      if (!negated) {
        body(choice.getThenStmt(), lock, held);
      } else if (Exits.always(choice.getThenStmt())) {
        following(choice, lock, held);
      } else {
        choice.getElseStmt().ifPresent(other -> body(other, lock, held));
      }
    }
  }

  private static void following(Statement start, String lock, Consumer<Statement> held) {
    if (start.getParentNode().orElse(null) instanceof BlockStmt block) {
      List<Statement> statements = block.getStatements();
      int index = 0;
      while (statements.get(index) != start) {
        index++;
      }
      until(statements.subList(index + 1, statements.size()), lock, held);
    }
  }

  private static void body(Statement statement, String lock, Consumer<Statement> held) {
    until(
        statement instanceof BlockStmt block ? block.getStatements() : List.of(statement),
        lock,
        held);
  }

  /** Returns false once the lock may have been given back. */
  private static boolean until(List<Statement> statements, String lock, Consumer<Statement> held) {
    for (Statement statement : statements) {
      if (!releases(statement, lock)) {
        held.accept(statement);
        continue;
      }
      if (statement instanceof TryStmt attempt) {
        attempt(attempt, lock, held);
      } else if (statement instanceof BlockStmt block && until(block.getStatements(), lock, held)) {
        continue;
      }
      return false;
    }
    return true;
  }

  private static void attempt(TryStmt attempt, String lock, Consumer<Statement> held) {
    boolean whole = until(attempt.getTryBlock().getStatements(), lock, held);
    if (whole) {
      attempt.getCatchClauses().stream()
          .map(clause -> clause.getBody())
          .filter(handler -> !releases(handler, lock))
          .forEach(held);
    }
  }

  /** Whether a call of {@code unlock} on that lock stands in it, and not in a lambda or class. */
  private static boolean releases(Node node, String lock) {
    return node.findFirst(
            MethodCallExpr.class,
            call ->
                call.getNameAsString().equals("unlock")
                    && call.getScope().filter(scope -> text(scope).equals(lock)).isPresent()
                    && runsIn(call, node))
        .isPresent();
  }

  private static boolean runsIn(Node call, Node around) {
    Node at = call;
    while (at != null && at != around) {
      if (at instanceof LambdaExpr || at instanceof BodyDeclaration) {
        return false;
      }
      at = at.getParentNode().orElse(null);
    }
    return true;
  }

  private static String text(Expression lock) {
    String text = lock.toString();
    return text.startsWith("this.") ? text.substring("this.".length()) : text;
  }
}
