package dev.perflint.rules.connections;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Literals;
import dev.perflint.match.Match;
import java.util.Optional;
import java.util.Set;

/** How a client is kept from using a connection again. */
final class LostConnections {
  private static final Set<String> READS = Set.of("getInputStream", "getContent");

  private LostConnections() {}

  /** {@code ("Connection", "close")}, by literals or by constants of the library. */
  static boolean areClosedByHeader(Match match) {
    return match.argument(0).filter(name -> says(name, "connection", match)).isPresent()
        && match.argument(1).filter(value -> says(value, "close", match)).isPresent();
  }

  private static boolean says(Expression value, String word, Match match) {
    Optional<String> text = Literals.text(value, match.site().scope()).or(() -> constant(value));
    return text.filter(word::equalsIgnoreCase).isPresent();
  }

  private static Optional<String> constant(Expression value) {
    String name =
        value instanceof FieldAccessExpr access
            ? access.getNameAsString()
            : value instanceof NameExpr simple ? simple.getNameAsString() : "";
    return switch (name) {
      case "CONNECTION", "CONN_DIRECTIVE" -> Optional.of("connection");
      case "CLOSE", "CONN_CLOSE" -> Optional.of("close");
      default -> Optional.empty();
    };
  }

  /** Headers of a request, and not of the response that a handler gives. */
  static boolean areOfRequest(Match match) {
    return match.node() instanceof MethodCallExpr call
        && call.getScope()
            .filter(MethodCallExpr.class::isInstance)
            .map(headers -> ((MethodCallExpr) headers).getNameAsString())
            .filter("getHeaders"::equals)
            .isPresent();
  }

  /** A body is read from the connection in the same method: there was no reason to cut it off. */
  static boolean areRead(Match match) {
    Optional<NameExpr> connection =
        match.node() instanceof MethodCallExpr call
            ? call.getScope().flatMap(Expression::toNameExpr)
            : Optional.empty();
    return connection.isPresent()
        && READS.stream()
            .flatMap(name -> match.callsNamed(name).stream())
            .filter(read -> read.frame().member().equals(match.site().frame().member()))
            .map(read -> ((MethodCallExpr) read.node()).getScope())
            .anyMatch(scope -> scope.filter(connection.get()::equals).isPresent());
  }

  static String message(Match match) {
    return match.known().filter(known -> known.kind().equals("now")).isPresent()
        ? "`%s` in %s closes a connection that the next request could use."
            .formatted(match.callee(), match.methodName())
        : "The header that %s sets has the other side close the connection after each request."
            .formatted(match.methodName());
  }
}
