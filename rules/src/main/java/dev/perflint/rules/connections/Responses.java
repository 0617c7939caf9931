package dev.perflint.rules.connections;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Lifetimes;
import dev.perflint.facts.ReleaseGap;
import dev.perflint.facts.Releases;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What becomes of the response that a call gives. */
final class Responses {
  private static final int MOST_STEPS = 12;
  private static final Set<String> ENDS =
      Set.of("close", "closeQuietly", "shutdown", "getConnectionManager");
  private static final Set<String> HEADS =
      Set.of(
          "org.apache.http.client.methods.HttpHead",
          "org.apache.hc.client5.http.classic.methods.HttpHead");

  private static final Pattern BODILESS = Pattern.compile("\\b[23]04\\b|NO_CONTENT|NOT_MODIFIED");

  private Responses() {}

  private static Optional<ReleaseGap> gap(Match match) {
    return match.node() instanceof Expression taking
        ? match
            .file()
            .once(Responses.class, taking, () -> Releases.gap(match.file(), taking, false))
        : Optional.empty();
  }

  /** Between a response and its end there is little that fails; what does is not worth a word. */
  static Truth isLeft(Match match) {
    return gap(match)
        .filter(gap -> gap.kind() != ReleaseGap.Kind.FAILURE)
        .map(ReleaseGap::truth)
        .orElse(Truth.NO);
  }

  static boolean isStream(Match match) {
    return match
        .argument(1)
        .flatMap(handler -> handler.toMethodCallExpr())
        .filter(call -> call.getNameAsString().equals("ofInputStream"))
        .isPresent();
  }

  /** An overload that is given what handles the response gives what that makes of it. */
  static boolean isHandled(Match match) {
    return match.arguments().stream()
            .anyMatch(given -> given.isLambdaExpr() || given.isMethodReferenceExpr())
        || match.arguments().size() > 1
            && Lifetimes.holder(match.node()).filter(held -> !isResponse(held)).isPresent();
  }

  private static boolean isResponse(VariableDeclarator held) {
    return held.getType().isVarType() || held.getTypeAsString().contains("Response");
  }

  /** What a client that is made for the call has open goes with it. */
  static boolean isOfOwnClient(Match match) {
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

  /** Where it is left with 204 or 304 there is nothing to read, and clients know. */
  static boolean hasNoBodyThere(Match match) {
    return gap(match)
        .filter(gap -> gap.kind() == ReleaseGap.Kind.EXIT)
        .flatMap(gap -> gap.at().findAncestor(IfStmt.class))
        .filter(choice -> BODILESS.matcher(choice.getCondition().toString()).find())
        .isPresent();
  }

  /** The answer to HEAD has no body; the client takes the connection back by itself. */
  static boolean isHead(Match match) {
    return match.arguments().stream()
        .map(given -> match.file().typeOf(given, match.site().scope()))
        .anyMatch(type -> type instanceof TypeRef.Named named && HEADS.contains(named.name()));
  }

  static String message(Match match) {
    String where = match.methodName();
    String call = match.callee();
    Optional<ReleaseGap> gap = gap(match);
    if (gap.isEmpty() || gap.get().kind() == ReleaseGap.Kind.NEVER) {
      return "Nothing closes the response of `%s` in %s.".formatted(call, where);
    }
    return gap.get().kind() == ReleaseGap.Kind.EXIT
        ? "The response of `%s` is not closed where line %d leaves %s."
            .formatted(call, match.locationOf(gap.get().at()).region().startLine(), where)
        : "The response of `%s` is not closed on every way through %s.".formatted(call, where);
  }
}
