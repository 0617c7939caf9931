package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.source.Scope;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Branches that are taken as a rule: all that is asked is whether an argument is there, and without
 * it the method does nothing.
 */
final class ArgumentGuards {
  /** Ask for null or for what is empty. */
  static final Set<String> MISSING = Set.of("isNull", "isEmpty", "isBlank", "empty");

  /** Ask for the contrary. */
  static final Set<String> GIVEN =
      Set.of(
          "nonNull", "isNotNull", "isNotEmpty", "notEmpty", "isNotBlank", "hasText", "hasLength");

  /** What gives nothing, by its name. */
  private static final Set<String> NOTHING =
      Set.of("empty", "emptyList", "emptySet", "emptyMap", "of");

  private ArgumentGuards() {}

  /** Whether a branch stands behind such a test only. */
  static boolean isBehind(Node branch, Scope scope) {
    Node parent = branch.getParentNode().orElse(null);
    if (parent instanceof ConditionalExpr choice) {
      return branch == choice.getThenExpr()
          ? isNothing(choice.getElseExpr()) && isGiven(choice.getCondition(), scope)
          : isNothing(choice.getThenExpr()) && isMissing(choice.getCondition(), scope);
    }
    if (!(parent instanceof IfStmt choice) || !isLast(choice)) {
      return false;
    }
    return branch == choice.getThenStmt()
        ? choice.getElseStmt().map(ArgumentGuards::isNothing).orElse(true)
            && isGiven(choice.getCondition(), scope)
        : isNothing(choice.getThenStmt()) && isMissing(choice.getCondition(), scope);
  }

  /** Whether nothing but a result stands behind it in its method. */
  private static boolean isLast(IfStmt choice) {
    if (!(choice.getParentNode().orElse(null) instanceof BlockStmt body)
        || !(body.getParentNode().orElse(null) instanceof MethodDeclaration)) {
      return false;
    }
    List<Statement> statements = body.getStatements();
    int last = statements.size() - 1;
    return statements.get(last) == choice
        || last > 0 && statements.get(last - 1) == choice && isNothing(statements.get(last));
  }

  private static boolean isNothing(Statement statement) {
    if (statement instanceof BlockStmt block) {
      return block.getStatements().stream().allMatch(ArgumentGuards::isNothing);
    }
    return statement instanceof ReturnStmt result
        && result.getExpression().map(ArgumentGuards::isNothing).orElse(true);
  }

  private static boolean isNothing(Expression value) {
    return value.isLiteralExpr()
        || value instanceof MethodCallExpr call
            && call.getArguments().isEmpty()
            && NOTHING.contains(call.getNameAsString());
  }

  private static boolean isGiven(Expression condition, Scope scope) {
    return isEach(
        condition,
        BinaryExpr.Operator.AND,
        test -> {
          if (test instanceof BinaryExpr both) {
            return both.getOperator() == BinaryExpr.Operator.NOT_EQUALS && isOfNull(both, scope);
          }
          return test instanceof UnaryExpr not
              ? not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
                  && isMissing(not.getExpression(), scope)
              : asks(test, GIVEN, scope);
        });
  }

  /** Whether a test holds of a condition, or of all that it joins in that way. */
  static boolean isEach(
      Expression condition, BinaryExpr.Operator junction, Predicate<Expression> test) {
    if (condition instanceof EnclosedExpr enclosed) {
      return isEach(enclosed.getInner(), junction, test);
    }
    return condition instanceof BinaryExpr both && both.getOperator() == junction
        ? isEach(both.getLeft(), junction, test) && isEach(both.getRight(), junction, test)
        : test.test(condition);
  }

  /** Whether a condition asks whether arguments are missing, and nothing else. */
  static boolean isMissing(Expression condition, Scope scope) {
    return isEach(
        condition,
        BinaryExpr.Operator.OR,
        test ->
            test instanceof BinaryExpr either
                ? either.getOperator() == BinaryExpr.Operator.EQUALS && isOfNull(either, scope)
                : asks(test, MISSING, scope));
  }

  private static boolean isOfNull(BinaryExpr test, Scope scope) {
    return test.getRight().isNullLiteralExpr() && isParameter(test.getLeft(), scope)
        || test.getLeft().isNullLiteralExpr() && isParameter(test.getRight(), scope);
  }

  /** {@code name.isEmpty()}, {@code StringUtils.isEmpty(name)}. */
  private static boolean asks(Expression condition, Set<String> names, Scope scope) {
    if (!(condition instanceof MethodCallExpr call) || !names.contains(call.getNameAsString())) {
      return false;
    }
    return call.getArguments().isEmpty()
        ? call.getScope().filter(of -> isParameter(of, scope)).isPresent()
        : call.getArguments().size() == 1 && isParameter(call.getArgument(0), scope);
  }

  private static boolean isParameter(Expression value, Scope scope) {
    return value instanceof NameExpr
        && Variable.meantBy(value, scope)
            .filter(variable -> variable.kind() == Variable.Kind.PARAMETER)
            .isPresent();
  }
}
