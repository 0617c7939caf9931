package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.perflint.facts.NameIndex;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import java.util.Optional;
import java.util.Set;

/** Atomic numbers in private fields that are added to and, now and then, read. */
final class CountedField {
  private static final Set<String> ADDING =
      Set.of(
          "incrementAndGet",
          "getAndIncrement",
          "addAndGet",
          "getAndAdd",
          "decrementAndGet",
          "getAndDecrement");

  private static final Set<String> READING = Set.of("get", "longValue", "doubleValue", "intValue");

  private CountedField() {}

  /** No use of the field needs what one addition gives: an adder would do. */
  static boolean isOnlyCounted(Match match) {
    Optional<VariableDeclarator> field = field(match.node(), match);
    return field.isPresent()
        && NameIndex.of(match.file()).uses(field.get().getNameAsString()).stream()
            .allMatch(CountedField::isCountOrRead);
  }

  static String name(Match match) {
    return field(match.node(), match).map(VariableDeclarator::getNameAsString).orElse("it");
  }

  private static boolean isCountOrRead(Expression use) {
    if (Variable.isTarget(use)) {
      return true;
    }
    if (!(use.getParentNode().orElse(null) instanceof MethodCallExpr call)
        || call.getScope().filter(scope -> scope == use).isEmpty()) {
      return false;
    }
    return READING.contains(call.getNameAsString())
        || ADDING.contains(call.getNameAsString())
            && call.getParentNode().filter(ExpressionStmt.class::isInstance).isPresent();
  }

  private static Optional<VariableDeclarator> field(Node call, Match match) {
    return Optional.of(call)
        .filter(MethodCallExpr.class::isInstance)
        .flatMap(made -> ((MethodCallExpr) made).getScope())
        .flatMap(number -> Variable.meantBy(number, match.site().scope()))
        .filter(Variable::isField)
        .map(variable -> (VariableDeclarator) variable.declaration())
        .filter(
            variable ->
                variable.getParentNode().orElse(null) instanceof FieldDeclaration declared
                    && declared.isPrivate());
  }
}
