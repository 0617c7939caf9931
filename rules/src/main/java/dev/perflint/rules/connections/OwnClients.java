package dev.perflint.rules.connections;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.facts.Calls;
import dev.perflint.facts.MadeForCall;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.types.Truth;
import java.util.Optional;
import java.util.Set;

/** Clients of one call, whose connections go with them: no pool that lives on loses one. */
final class OwnClients {
  private static final int MOST_STEPS = 12;
  private static final Set<String> ENDS =
      Set.of("close", "closeQuietly", "shutdown", "getConnectionManager");

  private OwnClients() {}

  /** It is made where it is used, or closed there. */
  static boolean isUsed(Match match) {
    Expression at = (Expression) match.node();
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      Optional<Expression> before =
          at instanceof MethodCallExpr call
              ? call.getScope()
              : at instanceof NameExpr name && !endsHere(name, match)
                  ? ValueOrigins.variable(name, match.site())
                      .flatMap(VariableDeclarator::getInitializer)
                  : Optional.empty();
      if (before.isEmpty()) {
        break;
      }
      at = before.get();
      if (isMade(at, match)) {
        return true;
      }
    }
    return at instanceof NameExpr name && endsHere(name, match);
  }

  private static boolean isMade(Expression client, Match match) {
    return client instanceof ObjectCreationExpr
        || client instanceof MethodCallExpr call
            && match
                .file()
                .calls()
                .plays(match.file().siteOf(call, match.site()), Roles.EXPENSIVE_TO_CREATE)
                .equals(Truth.SURE);
  }

  /** A local variable that a try statement or a call closes. */
  private static boolean endsHere(NameExpr name, Match match) {
    Optional<VariableDeclarator> held = ValueOrigins.variable(name, match.site());
    return held.isPresent()
        && (isResource(held.get())
            || match.file().lifetimes().uses(held.get()).stream()
                .flatMap(use -> Calls.callAround(use).stream())
                .anyMatch(call -> ENDS.contains(call.getNameAsString())));
  }

  private static boolean isResource(VariableDeclarator held) {
    return held.getParentNode()
        .flatMap(Node::getParentNode)
        .filter(TryStmt.class::isInstance)
        .isPresent();
  }

  /** Another method, or the one who hands it in, makes it for this call. */
  static boolean isMadeFor(Match match) {
    return match.node() instanceof MethodCallExpr call
        && call.getScope()
            .filter(new MadeForCall(match.file(), made -> isMade(made, match))::isSo)
            .isPresent();
  }
}
