package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.facts.LimitsElsewhere;
import dev.perflint.match.Match;
import dev.perflint.types.Truth;
import java.util.Optional;

/** What waits as long as its library says by default, and what may be told so by others. */
final class DefaultWaits {
  private static final String OPEN_STREAM = "openStream";
  private static final String HUTOOL = "hutool";

  private DefaultWaits() {}

  /** A call that sends a request and gives what came back, so that nobody can limit it later. */
  static boolean isRequest(Match match) {
    return match
        .known()
        .filter(known -> known.kind().equals(ClientLimits.URL_STREAM))
        .filter(known -> !known.member().name().equals(OPEN_STREAM))
        .isPresent();
  }

  /** No file changes the default of all such calls. */
  static Truth stands(Match match) {
    return isRequest(match) ? LimitsElsewhere.onRequests(HUTOOL).not() : Truth.SURE;
  }

  /** {@code HttpUtil.get}. */
  static String name(Match match) {
    return match
        .known()
        .map(known -> known.member().simpleTypeName() + "." + known.member().name())
        .orElse("");
  }

  /** The builder at the start of the chain is given nobody who sets it up. */
  static boolean isPlain(Match match) {
    Expression at = match.node() instanceof Expression made ? made : null;
    while (at instanceof MethodCallExpr call && call.getScope().isPresent()) {
      at = call.getScope().get();
    }
    if (at instanceof NameExpr name) {
      Optional<Expression> start =
          match
              .site()
              .scope()
              .local(name.getNameAsString())
              .filter(local -> local.declaration() instanceof VariableDeclarator)
              .flatMap(local -> ((VariableDeclarator) local.declaration()).getInitializer());
      at = start.orElse(at);
    }
    return match.node() instanceof ObjectCreationExpr
        || !(at instanceof ObjectCreationExpr builder)
        || builder.getArguments().isEmpty();
  }
}
