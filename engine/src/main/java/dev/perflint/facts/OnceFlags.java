package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.source.Site;
import java.util.Set;

/**
 * Flags that let one caller through and turn the others away: {@code started.compareAndSet(false,
 * true)}, a {@code tryLock()} without a limit, {@code if (!started)} where the same member sets
 * {@code started = true}.
 */
public final class OnceFlags {
  /** Atomic operations that answer true to the first caller. */
  private static final Set<String> FIRST_WINS =
      Set.of("compareAndSet", "weakCompareAndSet", "weakCompareAndSetPlain");

  private OnceFlags() {}

  /** Whether such a flag stands between the start of the member, or lambda, and the site. */
  public static boolean isBehind(Site site) {
    Node at = site.node();
    Node parent = at.getParentNode().orElse(null);
    while (parent != null && !(at instanceof BodyDeclaration) && !(at instanceof LambdaExpr)) {
      if (parent instanceof IfStmt choice) {
        if (choice.getThenStmt() == at && letsIn(choice.getCondition())
            || choice.getElseStmt().filter(at::equals).isPresent()
                && turnsAway(choice.getCondition())) {
          return true;
        }
      } else if (parent instanceof BlockStmt block && at instanceof Statement here) {
        for (Statement before : block.getStatements()) {
          if (before == here) {
            break;
          }
          if (before instanceof IfStmt choice
              && turnsAway(choice.getCondition())
              && LoopExits.endsPass(choice.getThenStmt())) {
            return true;
          }
        }
      }
      at = parent;
      parent = at.getParentNode().orElse(null);
    }
    return false;
  }

  /** Whether the condition holds for the first caller only. */
  private static boolean letsIn(Expression condition) {
    Expression test = bare(condition);
    if (test instanceof BinaryExpr both && both.getOperator() == BinaryExpr.Operator.AND) {
      return letsIn(both.getLeft()) || letsIn(both.getRight());
    }
    return test instanceof UnaryExpr not
            && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
        ? isTaken(bare(not.getExpression()))
        : isWon(test);
  }

  /** Whether the condition holds for all callers but the first. */
  private static boolean turnsAway(Expression condition) {
    Expression test = bare(condition);
    if (test instanceof BinaryExpr either && either.getOperator() == BinaryExpr.Operator.OR) {
      return turnsAway(either.getLeft()) || turnsAway(either.getRight());
    }
    return test instanceof UnaryExpr not
            && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
        ? isWon(bare(not.getExpression()))
        : isTaken(test);
  }

  private static boolean isWon(Expression test) {
    return test instanceof MethodCallExpr call
        && (FIRST_WINS.contains(call.getNameAsString())
            || call.getNameAsString().equals("tryLock") && call.getArguments().isEmpty());
  }

  private static boolean isTaken(Expression test) {
    if (test instanceof MethodCallExpr call) {
      return call.getNameAsString().equals("getAndSet")
          && call.getArguments().size() == 1
          && isTrue(call.getArgument(0));
    }
    return isVariable(test) && isSet(test);
  }

  /** Whether the member around sets the flag. */
  private static boolean isSet(Expression flag) {
    return PrivateCalls.memberAround(flag)
        .flatMap(
            member ->
                member.findFirst(
                    AssignExpr.class,
                    assign -> isTrue(assign.getValue()) && isSame(assign.getTarget(), flag)))
        .isPresent();
  }

  private static boolean isSame(Expression target, Expression flag) {
    return isVariable(target) && name(target).equals(name(flag));
  }

  private static boolean isVariable(Expression expression) {
    return expression instanceof NameExpr
        || expression instanceof FieldAccessExpr access && access.getScope().isThisExpr();
  }

  private static String name(Expression variable) {
    return variable instanceof FieldAccessExpr access
        ? access.getNameAsString()
        : ((NameExpr) variable).getNameAsString();
  }

  private static boolean isTrue(Expression value) {
    return value.isBooleanLiteralExpr() && value.asBooleanLiteralExpr().getValue();
  }

  private static Expression bare(Expression condition) {
    Expression at = condition;
    while (at.isEnclosedExpr()) {
      at = at.asEnclosedExpr().getInner();
    }
    return at;
  }
}
