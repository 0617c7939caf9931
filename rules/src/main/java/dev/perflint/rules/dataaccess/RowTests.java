package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.facts.Calls;
import java.util.Optional;
import java.util.Set;

/** What code asks of a collection of rows without using any of them. */
final class RowTests {
  private static final Set<String> EMPTY =
      Set.of("isEmpty", "isNotEmpty", "isNullOrEmpty", "nonEmpty", "notEmpty");

  private static final Set<String> STREAMS = Set.of("stream", "parallelStream");
  private static final Set<String> MATCHES = Set.of("anyMatch", "noneMatch");

  private RowTests() {}

  /** Whether there are any, or any for which a condition on columns holds. */
  static boolean asksWhether(Expression rows) {
    Optional<MethodCallExpr> around = Calls.callAround(rows);
    if (around.isEmpty()) {
      return false;
    }
    MethodCallExpr call = around.get();
    String name = call.getNameAsString();
    if (EMPTY.contains(name)) {
      return isOn(rows, call) || call.getArguments().size() == 1;
    }
    if (isStream(rows, call)) {
      return Calls.callAround(call)
          .filter(next -> isOn(call, next) && MATCHES.contains(next.getNameAsString()))
          .filter(RowTests::isOfColumns)
          .isPresent();
    }
    return isSize(rows, call) && isComparedToNone(call);
  }

  /** Their number, or that of those for which a condition on columns holds. */
  static boolean asksHowMany(Expression rows) {
    if (rows.getParentNode().orElse(null) instanceof ForEachStmt loop) {
      return loop.getIterable() == rows && counts(loop.getBody());
    }
    Optional<MethodCallExpr> around = Calls.callAround(rows);
    if (around.filter(call -> isStream(rows, call)).isPresent()) {
      Expression at = around.get();
      Optional<MethodCallExpr> next = Calls.callAround(at);
      if (next.filter(call -> call.getNameAsString().equals("filter")).isPresent()) {
        if (!isOn(at, next.get()) || !isOfColumns(next.get())) {
          return false;
        }
        at = next.get();
        next = Calls.callAround(at);
      }
      Expression last = at;
      return next.filter(call -> isOn(last, call) && call.getNameAsString().equals("count"))
          .isPresent();
    }
    return around.filter(call -> isSize(rows, call) && !isComparedToNone(call)).isPresent();
  }

  private static boolean isOn(Expression receiver, MethodCallExpr call) {
    return call.getScope().filter(scope -> scope == receiver).isPresent();
  }

  private static boolean isStream(Expression rows, MethodCallExpr call) {
    return isOn(rows, call) && STREAMS.contains(call.getNameAsString());
  }

  private static boolean isSize(Expression rows, MethodCallExpr call) {
    return call.getNameAsString().equals("size")
        && (isOn(rows, call) || call.getArguments().size() == 1);
  }

  /** With zero, or with one as in {@code size() >= 1}. */
  private static boolean isComparedToNone(MethodCallExpr size) {
    return size.getParentNode().orElse(null) instanceof BinaryExpr test
        && test.getLeft() == size
        && (isNumber(test.getRight(), "0")
            || isNumber(test.getRight(), "1")
                && (test.getOperator() == BinaryExpr.Operator.GREATER_EQUALS
                    || test.getOperator() == BinaryExpr.Operator.LESS));
  }

  private static boolean isNumber(Expression value, String number) {
    return value.isIntegerLiteralExpr() && value.asIntegerLiteralExpr().getValue().equals(number);
  }

  /** A condition that a query can have, too. */
  private static boolean isOfColumns(MethodCallExpr call) {
    if (call.getArguments().size() != 1) {
      return false;
    }
    Expression condition = call.getArgument(0);
    return condition instanceof LambdaExpr lambda
        ? !TableReads.asksMore(lambda)
        : condition.isMethodReferenceExpr() && TableReads.isColumn(condition);
  }

  /** Nothing but counters that go up, under conditions on columns. */
  private static boolean counts(Statement body) {
    if (body.isBlockStmt()) {
      return !body.asBlockStmt().isEmpty()
          && body.asBlockStmt().getStatements().stream().allMatch(RowTests::counts);
    }
    if (body instanceof IfStmt test) {
      return test.getCondition()
              .findFirst(MethodCallExpr.class, call -> !TableReads.isColumn(call))
              .isEmpty()
          && counts(test.getThenStmt())
          && test.getElseStmt().map(RowTests::counts).orElse(true);
    }
    return body.isExpressionStmt() && goesUp(body.asExpressionStmt().getExpression());
  }

  private static boolean goesUp(Expression counter) {
    if (counter instanceof UnaryExpr step) {
      boolean up =
          step.getOperator() == UnaryExpr.Operator.POSTFIX_INCREMENT
              || step.getOperator() == UnaryExpr.Operator.PREFIX_INCREMENT;
      return up && step.getExpression().isNameExpr();
    }
    return counter instanceof AssignExpr sum
        && sum.getOperator() == AssignExpr.Operator.PLUS
        && sum.getTarget().isNameExpr()
        && isNumber(sum.getValue(), "1");
  }
}
