package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.match.Match;
import java.util.Optional;
import java.util.Set;

/**
 * Connections of the JDK: the first call that needs the answer sends the request and waits, and all
 * others find the answer there.
 */
final class OpenConnections {
  private static final Set<String> OF_ANSWER =
      Set.of("getInputStream", "getContent", "getResponseCode", "getResponseMessage");

  private OpenConnections() {}

  /** An earlier call on the same variable has waited for the answer. */
  static boolean isAnswered(Match match) {
    return OF_ANSWER.contains(match.callee())
        && match.node() instanceof MethodCallExpr call
        && connection(call).filter(name -> isAskedBefore(name, match)).isPresent();
  }

  private static boolean isAskedBefore(NameExpr connection, Match match) {
    return ValueOrigins.variable(connection, match.site()).stream()
        .flatMap(variable -> match.file().lifetimes().uses(variable).stream())
        .filter(use -> Node.NODE_BY_BEGIN_POSITION.compare(use, connection) < 0)
        .anyMatch(OpenConnections::isAsked);
  }

  private static Optional<NameExpr> connection(MethodCallExpr call) {
    Expression at = call.getScope().orElse(call);
    while (at instanceof EnclosedExpr || at instanceof CastExpr) {
      at = at instanceof CastExpr cast ? cast.getExpression() : at.asEnclosedExpr().getInner();
    }
    return at.toNameExpr();
  }

  private static boolean isAsked(Expression connection) {
    Node at = connection;
    while (at.getParentNode().orElse(null) instanceof Expression outer
        && (outer.isEnclosedExpr() || outer.isCastExpr())) {
      at = outer;
    }
    return at.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getScope().orElse(null) == at
        && OF_ANSWER.contains(call.getNameAsString());
  }
}
