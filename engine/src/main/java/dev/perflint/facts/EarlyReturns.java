package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.source.Exits;
import dev.perflint.source.Site;

/**
 * {@code if (settings.off) return;} in front of a place: not every call gets there. That what a
 * method is about may be missing is asked first as a rule, and is left out.
 */
public final class EarlyReturns {
  /** Blocks in blocks that are looked at; generated code has more. */
  private static final int DEEPEST = 60;

  /** Returns of one method that decide together as much as a branch does. */
  private static final int SEVERAL = 2;

  /** How many stand before a place. */
  public enum Many {
    NONE,
    ONE,
    SEVERAL;

    public Many or(Many other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  private EarlyReturns() {}

  static Many before(Site site) {
    Many many = Many.NONE;
    int deciding = 0;
    Node at = site.node();
    Node parent = parent(at);
    for (int i = 0; i < DEEPEST && parent != null && !endsBody(at); i++) {
      if (parent instanceof BlockStmt block && at instanceof Statement here) {
        for (IfStmt exit : Exits.before(here, block)) {
          if (isReturn(exit, site)) {
            deciding += asksForNothing(exit.getCondition()) ? 0 : 1;
            many = deciding < SEVERAL ? Many.ONE : Many.SEVERAL;
          }
        }
      }
      at = parent;
      parent = parent(at);
    }
    return many;
  }

  /** {@code rows.isEmpty()}: that there is something is the rule. */
  private static boolean asksForNothing(Expression condition) {
    return ArgumentGuards.isEach(
        condition, BinaryExpr.Operator.OR, EarlyReturns::asksForNothingAlone);
  }

  private static boolean asksForNothingAlone(Expression test) {
    if (test instanceof BinaryExpr comparison) {
      return comparison.getOperator() == BinaryExpr.Operator.EQUALS
          && comparison.getRight().isNullLiteralExpr();
    }
    if (test instanceof UnaryExpr not
        && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return not.getExpression() instanceof MethodCallExpr call
          && (ArgumentGuards.GIVEN.contains(call.getNameAsString())
              || call.getNameAsString().equals("isPresent"));
    }
    return test instanceof MethodCallExpr call
        && ArgumentGuards.MISSING.contains(call.getNameAsString());
  }

  private static boolean isReturn(IfStmt choice, Site site) {
    return Exits.always(choice.getThenStmt(), Statement::isReturnStmt)
        && !ArgumentGuards.isMissing(choice.getCondition(), site.scope());
  }

  private static boolean endsBody(Node node) {
    return node instanceof BodyDeclaration<?> || node instanceof LambdaExpr;
  }

  private static Node parent(Node node) {
    return node.getParentNode().orElse(null);
  }
}
