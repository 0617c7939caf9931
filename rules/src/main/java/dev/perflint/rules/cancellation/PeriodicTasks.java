package dev.perflint.rules.cancellation;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.perflint.facts.Calls;
import dev.perflint.facts.NameIndex;
import dev.perflint.facts.SharedObjects;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tasks that an object has repeated by an executor which outlives it. */
final class PeriodicTasks {
  private static final Set<String> ENDS =
      Set.of("close", "stop", "destroy", "dispose", "shutdown", "disconnect", "terminate");
  private static final List<String> ENDING = List.of("shutdown", "close", "cancel", "terminate");

  private PeriodicTasks() {}

  /** The future that could cancel it is dropped. */
  static boolean isDropped(Match match) {
    return match.node().getParentNode().filter(ExpressionStmt.class::isInstance).isPresent();
  }

  /** The executor is a field that somebody else has filled, and that nothing here ends. */
  static boolean isOnGiven(Match match) {
    Optional<VariableDeclarator> field =
        Optional.of(match.node())
            .filter(MethodCallExpr.class::isInstance)
            .flatMap(call -> ((MethodCallExpr) call).getScope())
            .flatMap(pool -> Variable.meantBy(pool, match.site().scope()))
            .filter(Variable::isField)
            .map(variable -> (VariableDeclarator) variable.declaration());
    return field.isPresent()
        && field.get().getInitializer().isEmpty()
        && NameIndex.of(match.file()).uses(field.get().getNameAsString()).stream()
            .noneMatch(use -> ends(use) || isMade(use) || isHandedOut(use));
  }

  private static boolean ends(Expression use) {
    return use.getParentNode().orElse(null) instanceof MethodCallExpr call
        && ENDING.stream().anyMatch(call.getNameAsString().toLowerCase(Locale.ROOT)::contains);
  }

  /** Who gets it may end it. */
  private static boolean isHandedOut(Expression use) {
    return use.getParentNode().filter(ReturnStmt.class::isInstance).isPresent()
        || Calls.callGiven(use).isPresent();
  }

  private static boolean isMade(Expression use) {
    return use.getParentNode().orElse(null) instanceof AssignExpr set
        && set.getTarget() == use
        && !set.getValue().isNameExpr();
  }

  /** The method by which an object of the class ends. */
  static Optional<MethodDeclaration> ending(Match match) {
    return type(match)
        .map(Frame::node)
        .filter(TypeDeclaration.class::isInstance)
        .map(type -> (TypeDeclaration<?>) type)
        .flatMap(type -> type.getMethods().stream().filter(PeriodicTasks::endsOwner).findFirst());
  }

  private static boolean endsOwner(MethodDeclaration method) {
    return !method.isStatic()
        && method.getParameters().isEmpty()
        && method.getBody().filter(body -> !body.getStatements().isEmpty()).isPresent()
        && ENDS.contains(method.getNameAsString());
  }

  /** One object for all ends with the program. */
  static Truth isOfOneForAll(Match match) {
    return type(match).map(type -> SharedObjects.isShared(match.file(), type)).orElse(Truth.NO);
  }

  private static Optional<Frame> type(Match match) {
    return match.site().frame().nearest(Frame.Kind.TYPE);
  }
}
