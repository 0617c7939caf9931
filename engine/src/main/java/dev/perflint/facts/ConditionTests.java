package dev.perflint.facts;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What conditions of a method say of its parameters. */
final class ConditionTests {
  /** Nobody writes more by hand, and what is generated has thousands. */
  private static final int DEEPEST = 12;

  private static final Set<String> EQUAL = Set.of("equals", "equalsIgnoreCase");

  private final Map<String, Integer> parameters;

  /**
   * @param parameters positions by name, of those that keep what they are given
   */
  ConditionTests(Map<String, Integer> parameters) {
    this.parameters = parameters;
  }

  /** Whether there is no parameter to ask for. */
  boolean areNone() {
    return parameters.isEmpty();
  }

  /** What holds of the parameters, each of it, where a condition has come out like that. */
  Set<ParameterTest> where(Expression condition, boolean holds) {
    return where(condition, holds, 0);
  }

  private Set<ParameterTest> where(Expression condition, boolean holds, int depth) {
    if (depth > DEEPEST) {
      return Set.of();
    }
    if (condition instanceof EnclosedExpr enclosed) {
      return where(enclosed.getInner(), holds, depth + 1);
    }
    if (condition instanceof UnaryExpr not
        && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return where(not.getExpression(), !holds, depth + 1);
    }
    if (condition instanceof BinaryExpr both && isJunction(both)) {
      // Of "one or the other" neither is known to hold.
      boolean each = (both.getOperator() == BinaryExpr.Operator.AND) == holds;
      Set<ParameterTest> tests = new HashSet<>();
      if (each) {
        tests.addAll(where(both.getLeft(), holds, depth + 1));
        tests.addAll(where(both.getRight(), holds, depth + 1));
      }
      return tests;
    }
    return of(condition).map(test -> Set.of(holds ? test : test.negated())).orElse(Set.of());
  }

  static boolean isJunction(BinaryExpr condition) {
    return condition.getOperator() == BinaryExpr.Operator.AND
        || condition.getOperator() == BinaryExpr.Operator.OR;
  }

  private Optional<ParameterTest> of(Expression condition) {
    if (condition instanceof NameExpr) {
      return test(condition, ParameterTest.Kind.IS, "true");
    }
    if (condition instanceof BinaryExpr comparison) {
      return compared(comparison);
    }
    return condition instanceof MethodCallExpr call ? asked(call) : Optional.empty();
  }

  private Optional<ParameterTest> compared(BinaryExpr comparison) {
    Optional<ParameterTest.Kind> kind = kind(comparison.getOperator());
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Expression left = comparison.getLeft();
    Expression right = comparison.getRight();
    return isParameter(left)
        ? against(left, kind.get(), right)
        : against(right, mirrored(kind.get()), left);
  }

  private static Optional<ParameterTest.Kind> kind(BinaryExpr.Operator operator) {
    return switch (operator) {
      case EQUALS -> Optional.of(ParameterTest.Kind.IS);
      case NOT_EQUALS -> Optional.of(ParameterTest.Kind.IS_NOT);
      case LESS -> Optional.of(ParameterTest.Kind.BELOW);
      case LESS_EQUALS -> Optional.of(ParameterTest.Kind.AT_MOST);
      case GREATER -> Optional.of(ParameterTest.Kind.ABOVE);
      case GREATER_EQUALS -> Optional.of(ParameterTest.Kind.AT_LEAST);
      default -> Optional.empty();
    };
  }

  /** {@code 0 < count} for {@code count > 0}. */
  private static ParameterTest.Kind mirrored(ParameterTest.Kind kind) {
    return switch (kind) {
      case BELOW -> ParameterTest.Kind.ABOVE;
      case AT_MOST -> ParameterTest.Kind.AT_LEAST;
      case ABOVE -> ParameterTest.Kind.BELOW;
      case AT_LEAST -> ParameterTest.Kind.AT_MOST;
      default -> kind;
    };
  }

  /**
   * {@code kind.equals("all")}, {@code StringUtils.isNotEmpty(kind)}, {@code owner.isPresent()}.
   */
  private Optional<ParameterTest> asked(MethodCallExpr call) {
    List<Expression> asks =
        Stream.concat(call.getScope().stream(), call.getArguments().stream())
            .filter(part -> isParameter(part) || !Constants.of(part).equals(Constants.UNKNOWN))
            .toList();
    String name = call.getNameAsString();
    if (EQUAL.contains(name) && asks.size() == 2) {
      Expression left = asks.get(0);
      Expression right = asks.get(1);
      return isParameter(left)
          ? against(left, ParameterTest.Kind.IS, right)
          : against(right, ParameterTest.Kind.IS, left);
    }
    int parts = call.getArguments().size() + (isOn(call) ? 1 : 0);
    if (asks.size() != 1 || parts != 1) {
      return Optional.empty();
    }
    return ArgumentGuards.GIVEN.contains(name) || name.equals("isPresent")
        ? test(asks.get(0), ParameterTest.Kind.GIVEN, "")
        : ArgumentGuards.MISSING.contains(name)
            ? test(asks.get(0), ParameterTest.Kind.MISSING, "")
            : Optional.empty();
  }

  /** Whether it asks an object, not a class of helpers. */
  private boolean isOn(MethodCallExpr call) {
    return call.getScope().filter(this::isParameter).isPresent();
  }

  private Optional<ParameterTest> against(
      Expression parameter, ParameterTest.Kind kind, Expression value) {
    String constant = Constants.of(value);
    return constant.equals(Constants.UNKNOWN) ? Optional.empty() : test(parameter, kind, constant);
  }

  private Optional<ParameterTest> test(
      Expression parameter, ParameterTest.Kind kind, String value) {
    return parameter(parameter).map(position -> new ParameterTest(position, kind, value));
  }

  /** That there is something to go through, or to hand to a function. */
  Set<ParameterTest> given(Expression source) {
    return test(source, ParameterTest.Kind.GIVEN, "").map(Set::of).orElse(Set.of());
  }

  /** That the parameter is what a case says, which names constants of an enum without it. */
  Set<ParameterTest> is(Expression selector, Expression label) {
    return against(selector, ParameterTest.Kind.IS, label).map(Set::of).orElse(Set.of());
  }

  private boolean isParameter(Expression value) {
    return parameter(value).isPresent();
  }

  private Optional<Integer> parameter(Expression value) {
    return value instanceof NameExpr name
        ? Optional.ofNullable(parameters.get(name.getNameAsString()))
        : Optional.empty();
  }
}
