package dev.perflint.rules.cancellation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.NameIndex;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How the owner of an executor ends it. */
final class PoolEndings {
  /** What ends it for good, or waits until it has ended. */
  private static final Set<String> SETTLING =
      Set.of("awaitTermination", "shutdownNow", "close", "isTerminated");

  private static final List<String> ENDS =
      List.of("close", "stop", "destroy", "dispose", "shutdown", "terminate", "teardown");

  private PoolEndings() {}

  /** A field of the class, or its package, holds the executor; a subclass may await it. */
  static boolean isOwn(Match match) {
    return field(match)
        .flatMap(Node::getParentNode)
        .filter(FieldDeclaration.class::isInstance)
        .map(FieldDeclaration.class::cast)
        .filter(declared -> !declared.isPublic() && !declared.isProtected())
        .isPresent();
  }

  /** The executor as the code calls it. */
  static String name(Match match) {
    return receiver(match.node()).map(Expression::toString).orElse("it");
  }

  private static Optional<VariableDeclarator> field(Match match) {
    return receiver(match.node())
        .flatMap(pool -> Variable.meantBy(pool, match.site().scope()))
        .filter(Variable::isField)
        .map(variable -> (VariableDeclarator) variable.declaration());
  }

  /** Something in the file waits for the end, cuts the tasks off, or is handed the executor. */
  static boolean isSettled(Match match) {
    return field(match)
        .filter(field -> isEnded(field, match) || isHandedOn(field, match))
        .isPresent();
  }

  private static boolean isEnded(VariableDeclarator field, Match match) {
    return SETTLING.stream()
        .flatMap(
            name ->
                Stream.concat(
                    match.callsNamed(name).stream(), match.referencesNamed(name).stream()))
        .anyMatch(
            site ->
                receiver(site.node())
                    .flatMap(pool -> Variable.meantBy(pool, site.scope()))
                    .filter(pool -> pool.declaration() == field)
                    .isPresent());
  }

  private static Optional<Expression> receiver(Node node) {
    return node instanceof MethodReferenceExpr reference
        ? Optional.of(reference.getScope())
        : node instanceof MethodCallExpr call ? call.getScope() : Optional.empty();
  }

  private static boolean isHandedOn(VariableDeclarator field, Match match) {
    return NameIndex.of(match.file()).uses(field.getNameAsString()).stream()
        .anyMatch(use -> Calls.callGiven(use).isPresent());
  }

  /** In the method by which the owner is ended. */
  static boolean isInEnding(Match match) {
    return method(match)
        .filter(
            method ->
                method.getAnnotationByName("PreDestroy").isPresent()
                    || ENDS.stream()
                        .anyMatch(method.getNameAsString().toLowerCase(Locale.ROOT)::contains))
        .isPresent();
  }

  private static Optional<MethodDeclaration> method(Match match) {
    return match.node().findAncestor(MethodDeclaration.class);
  }
}
