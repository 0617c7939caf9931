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
import dev.perflint.source.Exits;
import dev.perflint.source.Site;
import java.util.HashSet;
import java.util.Optional;
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

  private static final Set<String> RESETS =
      Set.of("set", "compareAndSet", "getAndSet", "lazySet", "setRelease", "setPlain");

  private OnceFlags() {}

  /** Whether such a flag stands between the start of the member, or lambda, and the site. */
  public static boolean isBehind(Site site) {
    return guard(site).isPresent();
  }

  /** The same with a flag that the file never takes back, so that the site runs once at most. */
  public static boolean isForGood(Site site) {
    Expression guard = guard(site).orElse(null);
    if (guard == null
        || guard
            .findFirst(MethodCallExpr.class, c -> c.getNameAsString().equals("tryLock"))
            .isPresent()) {
      return false;
    }
    Set<String> flags = new HashSet<>();
    guard.walk(NameExpr.class, name -> flags.add(name.getNameAsString()));
    guard.walk(FieldAccessExpr.class, access -> flags.add(access.getNameAsString()));
    return guard
        .findCompilationUnit()
        .filter(unit -> unit.findFirst(Expression.class, e -> takesBack(e, flags)).isEmpty())
        .isPresent();
  }

  private static boolean takesBack(Expression at, Set<String> flags) {
    if (at instanceof AssignExpr assign) {
      return isVariable(assign.getTarget())
          && flags.contains(name(assign.getTarget()))
          && !isTrue(assign.getValue());
    }
    return at instanceof MethodCallExpr call
        && RESETS.contains(call.getNameAsString())
        && call.getScope()
            .filter(flag -> isVariable(flag) && flags.contains(name(flag)))
            .isPresent()
        && call.getArguments().getLast().filter(OnceFlags::isTrue).isEmpty();
  }

  /** The condition that lets the first caller in. */
  private static Optional<Expression> guard(Site site) {
    Node at = site.node();
    Node parent = at.getParentNode().orElse(null);
    while (parent != null && !(at instanceof BodyDeclaration) && !(at instanceof LambdaExpr)) {
      if (parent instanceof IfStmt choice) {
        if (choice.getThenStmt() == at && letsIn(choice.getCondition())
            || choice.getElseStmt().filter(at::equals).isPresent()
                && turnsAway(choice.getCondition())) {
          return Optional.of(choice.getCondition());
        }
      } else if (parent instanceof BlockStmt block && at instanceof Statement here) {
        for (IfStmt exit : Exits.before(here, block)) {
          if (turnsAway(exit.getCondition())) {
            return Optional.of(exit.getCondition());
          }
        }
      }
      at = parent;
      parent = at.getParentNode().orElse(null);
    }
    return Optional.empty();
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
