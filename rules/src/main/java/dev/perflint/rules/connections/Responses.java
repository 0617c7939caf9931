package dev.perflint.rules.connections;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.facts.Lifetimes;
import dev.perflint.facts.ReleaseGap;
import dev.perflint.facts.Releases;
import dev.perflint.match.Match;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What becomes of the response that a call gives. */
final class Responses {
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

  /** No way gives it back, the usual one included. */
  static boolean isNever(Match match) {
    return gap(match).filter(gap -> gap.kind() == ReleaseGap.Kind.NEVER).isPresent();
  }

  /** Its library's pool ends at some number of connections, and knows not of lost ones. */
  static boolean isOfPool(Match match) {
    return match.known().flatMap(known -> known.risk()).filter(risk -> !risk.isOutage()).isEmpty();
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

  /** Where it is left with 204 or 304 there is nothing to read, and clients know. */
  static boolean hasNoBodyThere(Match match) {
    return gap(match)
        .filter(gap -> gap.kind() == ReleaseGap.Kind.EXIT)
        .map(ReleaseGap::at)
        .filter(
            at ->
                at.findAncestor(IfStmt.class).filter(Responses::saysBodiless).isPresent()
                    || isAfterOthers(at))
        .isPresent();
  }

  private static boolean saysBodiless(IfStmt choice) {
    return BODILESS.matcher(choice.getCondition().toString()).find();
  }

  /** {@code if (response.getStatus() != 204) throw ...;} stands before it. */
  private static boolean isAfterOthers(Node at) {
    Node here = at;
    for (Node around = parent(at); around != null; here = around, around = parent(around)) {
      if (around instanceof BlockStmt block && here instanceof Statement last) {
        for (Statement before : block.getStatements()) {
          if (before == last) {
            break;
          }
          if (before instanceof IfStmt choice && sendsOthersAway(choice)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static @Nullable Node parent(Node node) {
    return node instanceof BodyDeclaration<?> ? null : node.getParentNode().orElse(null);
  }

  private static boolean sendsOthersAway(IfStmt choice) {
    Statement then = choice.getThenStmt();
    Statement last =
        then instanceof BlockStmt block && !block.isEmpty()
            ? block.getStatement(block.getStatements().size() - 1)
            : then;
    return choice.getCondition() instanceof BinaryExpr test
        && test.getOperator() == BinaryExpr.Operator.NOT_EQUALS
        && saysBodiless(choice)
        && (last.isThrowStmt() || last.isReturnStmt());
  }

  /** The answer to HEAD has no body; the client takes the connection back by itself. */
  static boolean isHead(Match match) {
    return match.arguments().stream()
        .map(given -> match.file().typeOf(given, match.site().scope()))
        .anyMatch(Responses::mayBeHead);
  }

  /** Of several packages that are imported as a whole, one of the client's is enough. */
  private static boolean mayBeHead(TypeRef type) {
    return type instanceof TypeRef.Named named && HEADS.contains(named.name())
        || type instanceof TypeRef.OneOf oneOf && oneOf.names().stream().anyMatch(HEADS::contains);
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
