package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.perflint.source.Descendants;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tests that tell whether there is something: a value that a call gives, what was got out of it, or
 * what the call answers.
 */
final class NullTests {
  private final Set<String> names = new HashSet<>();
  private final Set<String> answers = new HashSet<>();
  private final Expression value;
  private final boolean answer;

  /**
   * @param answer whether the value itself says by true that there is something
   */
  NullTests(Expression value, boolean answer) {
    this.value = value;
    this.answer = answer;
    Node member = PrivateCalls.memberAround(value).orElse(value);
    List<VariableDeclarator> declarators = Descendants.of(member, VariableDeclarator.class);
    List<AssignExpr> assignments = Descendants.of(member, AssignExpr.class);
    int before = -1;
    while (before < names.size()) {
      before = names.size();
      declarators.forEach(this::declared);
      assignments.forEach(this::assigned);
    }
  }

  private void declared(VariableDeclarator variable) {
    if (variable.getInitializer().filter(this::isOf).isPresent()) {
      names.add(variable.getNameAsString());
    }
    if (variable.getInitializer().filter(init -> init == value).isPresent()) {
      answers.add(variable.getNameAsString());
    }
  }

  private void assigned(AssignExpr assign) {
    if (assign.getTarget() instanceof NameExpr name && isOf(assign.getValue())) {
      names.add(name.getNameAsString());
    }
    if (assign.getTarget() instanceof NameExpr name && assign.getValue() == value) {
      answers.add(name.getNameAsString());
    }
  }

  /** The value, or the end of a chain of calls on it or on a variable that holds it. */
  private boolean isOf(Expression expression) {
    Expression at = expression;
    while (at != value) {
      if (at instanceof MethodCallExpr call && call.getScope().isPresent()) {
        at = call.getScope().get();
      } else if (at.isCastExpr()) {
        at = at.asCastExpr().getExpression();
      } else if (at.isEnclosedExpr()) {
        at = at.asEnclosedExpr().getInner();
      } else if (at instanceof FieldAccessExpr access) {
        at = access.getScope();
      } else {
        return at instanceof NameExpr name && names.contains(name.getNameAsString());
      }
    }
    return true;
  }

  /** Whether there is nothing where the condition holds, or may be nothing. */
  boolean isAbsentIn(Expression condition) {
    return tests(condition, BinaryExpr.Operator.EQUALS, "isNull")
        || condition.findFirst(UnaryExpr.class, this::denies).isPresent();
  }

  /** Whether there is nothing where the condition does not hold, or may be nothing. */
  boolean isPresentIn(Expression condition) {
    return tests(condition, BinaryExpr.Operator.NOT_EQUALS, "nonNull")
        || condition.findFirst(Expression.class, this::affirms).isPresent();
  }

  private boolean denies(UnaryExpr test) {
    return test.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
        && isAnswer(test.getExpression());
  }

  private boolean affirms(Expression test) {
    return isAnswer(test)
        && !(test.getParentNode().orElse(null) instanceof UnaryExpr not && denies(not));
  }

  /** The value itself, where that says whether something was taken. */
  private boolean isAnswer(Expression test) {
    return answer
        && (test == value
            || test instanceof NameExpr name && answers.contains(name.getNameAsString()));
  }

  private boolean tests(Expression condition, BinaryExpr.Operator operator, String method) {
    return condition.findFirst(BinaryExpr.class, test -> compares(test, operator)).isPresent()
        || condition
            .findFirst(
                MethodCallExpr.class,
                call ->
                    call.getNameAsString().equals(method)
                        && call.getArguments().stream().anyMatch(this::isOf))
            .isPresent();
  }

  private boolean compares(BinaryExpr test, BinaryExpr.Operator operator) {
    return test.getOperator() == operator
        && (test.getRight().isNullLiteralExpr() && isOf(test.getLeft())
            || test.getLeft().isNullLiteralExpr() && isOf(test.getRight()));
  }
}
