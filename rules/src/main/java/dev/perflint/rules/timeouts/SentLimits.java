package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.match.Match;
import java.util.List;
import java.util.Set;

/**
 * Limits that travel with a request: {@code HttpRequest.newBuilder(uri).timeout(...)}. The client
 * ends the work itself then, so the wait has an end too.
 */
final class SentLimits {
  private static final Set<String> LIMITS =
      Set.of("timeout", "responseTimeout", "setResponseTimeout", "setSocketTimeout", "callTimeout");
  private static final int MOST_STEPS = 3;

  private SentLimits() {}

  /**
   * Whether a limit is set where the argument is built: in its own expression, in that of a
   * variable in it, or in a method of this file that makes it.
   */
  static boolean isLimited(Expression argument, Match match) {
    return isLimited(argument, match, 0);
  }

  private static boolean isLimited(Node value, Match match, int steps) {
    for (MethodCallExpr call : value.findAll(MethodCallExpr.class)) {
      boolean own = call.getScope().filter(scope -> !scope.isThisExpr()).isEmpty();
      if (LIMITS.contains(call.getNameAsString())
          || own && steps < MOST_STEPS && madeWithLimit(call, match, steps)) {
        return true;
      }
    }
    for (NameExpr name : value.findAll(NameExpr.class)) {
      if (steps < MOST_STEPS && variableIsLimited(name.getNameAsString(), match, steps)) {
        return true;
      }
    }
    return false;
  }

  private static boolean madeWithLimit(MethodCallExpr call, Match match, int steps) {
    List<MethodDeclaration> makers =
        match
            .file()
            .unit()
            .tree()
            .findAll(
                MethodDeclaration.class,
                m ->
                    m.getNameAsString().equals(call.getNameAsString())
                        && m.getParameters().size() == call.getArguments().size());
    return makers.size() == 1
        && makers.get(0).getBody().filter(body -> isLimited(body, match, steps + 1)).isPresent();
  }

  /** A local variable, by its initialiser and by what was called on it. */
  private static boolean variableIsLimited(String name, Match match, int steps) {
    return match
        .site()
        .scope()
        .local(name)
        .filter(local -> local.declaration() instanceof VariableDeclarator)
        .map(local -> (VariableDeclarator) local.declaration())
        .filter(
            variable ->
                variable
                        .getInitializer()
                        .filter(init -> isLimited(init, match, steps + 1))
                        .isPresent()
                    || match.file().lifetimes().uses(variable).stream()
                        .flatMap(use -> use.getParentNode().stream())
                        .anyMatch(
                            parent ->
                                parent instanceof MethodCallExpr call
                                    && LIMITS.contains(call.getNameAsString())))
        .isPresent();
  }
}
