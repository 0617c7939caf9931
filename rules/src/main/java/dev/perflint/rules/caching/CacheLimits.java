package dev.perflint.rules.caching;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.type.Type;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What keeps a cache from growing for ever. */
final class CacheLimits {
  private static final String LIMITS = "maximum|expire|weak|soft";

  private static final List<String> REMOVALS =
      List.of("invalidate", "invalidateAll", "remove", "removeIf", "clear");

  /** What there is a fixed number of in a program. */
  private static final Set<String> FEW =
      Set.of("Class", "Method", "Field", "Constructor", "Type", "Executable", "Boolean", "Locale");

  private CacheLimits() {}

  /** The whole chain is seen, from a builder without settings on, and nothing in it is a limit. */
  static boolean areMissing(Match match) {
    Optional<Expression> at =
        match.node() instanceof MethodCallExpr built ? built.getScope() : Optional.empty();
    while (at.isPresent() && at.get() instanceof MethodCallExpr call) {
      String name = call.getNameAsString();
      if (name.equals("newBuilder")) {
        return call.getArguments().isEmpty();
      }
      if (isLimit(name)) {
        return false;
      }
      at = call.getScope();
    }
    return false;
  }

  private static boolean isLimit(String name) {
    for (String word : LIMITS.split("\\|")) {
      if (name.startsWith(word)) {
        return true;
      }
    }
    return false;
  }

  static boolean areByHand(Match match) {
    return REMOVALS.stream().anyMatch(name -> !match.callsNamed(name).isEmpty());
  }

  /** {@code Cache<Class<?>, Shape>} */
  static boolean areInKeys(Match match) {
    return heldAs(match)
        .flatMap(Type::toClassOrInterfaceType)
        .flatMap(type -> type.getTypeArguments())
        .flatMap(arguments -> arguments.getFirst())
        .flatMap(Type::toClassOrInterfaceType)
        .filter(key -> FEW.contains(key.getNameAsString()))
        .isPresent();
  }

  private static Optional<Type> heldAs(Match match) {
    Node parent = match.node().getParentNode().orElseThrow();
    if (parent instanceof VariableDeclarator held) {
      return Optional.of(held.getType());
    }
    if (parent instanceof AssignExpr assign) {
      return Variable.meantBy(assign.getTarget(), match.site().scope())
          .map(Variable::declaration)
          .filter(VariableDeclarator.class::isInstance)
          .map(held -> ((VariableDeclarator) held).getType());
    }
    return parent instanceof ReturnStmt
        ? parent.findAncestor(MethodDeclaration.class).map(MethodDeclaration::getType)
        : Optional.empty();
  }
}
