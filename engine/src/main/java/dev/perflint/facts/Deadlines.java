package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Set;

/**
 * Limits that travel with what is sent, or stand behind the call: {@code
 * HttpRequest.newBuilder(uri).timeout(...)}, {@code sendAsync(...).orTimeout(...)}. The work ends
 * by itself then, so waiting for it has an end too.
 */
public final class Deadlines {
  /** Methods that set a limit on a future or publisher. */
  public static final Set<String> ON_RESULTS = Set.of("orTimeout", "completeOnTimeout", "timeout");

  private static final Set<String> LIMITS =
      Set.of("timeout", "responseTimeout", "setResponseTimeout", "setSocketTimeout", "callTimeout");
  private static final int MOST_STEPS = 3;

  private Deadlines() {}

  /**
   * Whether a limit is set where an argument of the call is built: in its own expression, in that
   * of a variable in it, or in a method of this file that makes it.
   */
  public static boolean isSent(MethodCallExpr call, FileContext file, Site near) {
    return file.once(Mention.class, Mention::in).any()
        && call.getArguments().stream().anyMatch(a -> isLimited(a, file, near, 0));
  }

  /** Whether a file sets limits at all; most do not, and to follow values is dear. */
  private record Mention(boolean any) {
    static Mention in(FileContext file) {
      return new Mention(
          LIMITS.stream().anyMatch(name -> !file.unit().sites().calls(name).isEmpty()));
    }
  }

  /** Whether a limit is set on the result, in the chain that goes on behind the call. */
  public static boolean follows(MethodCallExpr call) {
    MethodCallExpr at = call;
    while (at.getParentNode().orElse(null) instanceof MethodCallExpr next
        && next.getScope().orElse(null) == at) {
      if (ON_RESULTS.contains(next.getNameAsString())) {
        return true;
      }
      at = next;
    }
    return false;
  }

  private static boolean isLimited(Node value, FileContext file, Site near, int steps) {
    for (MethodCallExpr call : value.findAll(MethodCallExpr.class)) {
      boolean own = call.getScope().filter(scope -> !scope.isThisExpr()).isEmpty();
      if (LIMITS.contains(call.getNameAsString())
          || own && steps < MOST_STEPS && madeWithLimit(call, file, near, steps)) {
        return true;
      }
    }
    for (NameExpr name : value.findAll(NameExpr.class)) {
      if (steps < MOST_STEPS && variableIsLimited(name.getNameAsString(), file, near, steps)) {
        return true;
      }
    }
    return false;
  }

  private static boolean madeWithLimit(
      MethodCallExpr call, FileContext file, Site near, int steps) {
    List<MethodDeclaration> makers =
        file.unit().sites(MethodDeclaration.class).stream()
            .map(site -> site.as(MethodDeclaration.class))
            .filter(
                m ->
                    m.getNameAsString().equals(call.getNameAsString())
                        && m.getParameters().size() == call.getArguments().size())
            .toList();
    return makers.size() == 1
        && makers
            .get(0)
            .getBody()
            .filter(body -> isLimited(body, file, near, steps + 1))
            .isPresent();
  }

  /** A local variable, by its initialiser and by what was called on it. */
  private static boolean variableIsLimited(String name, FileContext file, Site near, int steps) {
    return near.scope()
        .local(name)
        .filter(local -> local.declaration() instanceof VariableDeclarator)
        .map(local -> (VariableDeclarator) local.declaration())
        .filter(
            variable ->
                variable
                        .getInitializer()
                        .filter(init -> isLimited(init, file, near, steps + 1))
                        .isPresent()
                    || file.lifetimes().uses(variable).stream()
                        .flatMap(use -> use.getParentNode().stream())
                        .anyMatch(
                            parent ->
                                parent instanceof MethodCallExpr call
                                    && LIMITS.contains(call.getNameAsString())))
        .isPresent();
  }
}
