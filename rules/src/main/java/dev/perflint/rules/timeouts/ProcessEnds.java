package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.match.Match;
import java.util.Optional;
import java.util.Set;

/** What ends a process that somebody waits for, besides the process itself. */
final class ProcessEnds {
  private static final Set<String> ENDING = Set.of("destroy", "destroyForcibly");

  private ProcessEnds() {}

  /**
   * Another thread or class can end it: it stands in a field or comes from the caller, is handed
   * on, or a function ends it that runs beside.
   */
  static boolean isShared(Match match) {
    Optional<Expression> process = receiver(match);
    if (process.isEmpty()) {
      return true;
    }
    if (!(process.get() instanceof NameExpr name)) {
      return !process.get().isMethodCallExpr();
    }
    Optional<VariableDeclarator> variable = ValueOrigins.variable(name, match.site());
    return variable.isEmpty()
        || match.file().lifetimes().uses(variable.get()).stream()
            .anyMatch(use -> isHandedOn(use) || isEndedBeside(use, match.node()));
  }

  private static boolean isHandedOn(NameExpr use) {
    Node parent = use.getParentNode().orElse(null);
    return parent instanceof Expression
        && !(parent instanceof MethodCallExpr call && call.getScope().orElse(null) == use);
  }

  /** In a lambda or an object, that is, for a timer or another thread. */
  private static boolean isEndedBeside(NameExpr use, Node wait) {
    return use.getParentNode().orElse(null) instanceof MethodCallExpr call
        && ENDING.contains(call.getNameAsString())
        && Bodies.around(use) != Bodies.around(wait);
  }

  /** {@code process.destroyForcibly().waitFor()}, or a wait with a limit that came first. */
  static boolean isEndedBefore(Match match) {
    Node own = Bodies.around(match.node());
    return receiver(match).filter(ProcessEnds::ends).isPresent()
        || own.findAll(MethodCallExpr.class).stream()
            .anyMatch(
                call ->
                    Bodies.isBefore(call, match.node())
                        && (ENDING.contains(call.getNameAsString())
                            || call.getNameAsString().equals("waitFor")
                                && call.getArguments().size() == 2));
  }

  private static boolean ends(Expression process) {
    return process instanceof MethodCallExpr call && ENDING.contains(call.getNameAsString());
  }

  private static Optional<Expression> receiver(Match match) {
    return match.node() instanceof MethodCallExpr call ? call.getScope() : Optional.empty();
  }
}
