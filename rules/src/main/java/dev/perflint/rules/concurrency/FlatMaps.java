package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Requests that a reactive pipeline sends for each element. */
final class FlatMaps {
  private static final String AWS = "software.amazon.awssdk.services.";
  private static final String AWS_ASYNC = "AsyncClient";

  /** What begins a pipeline of the elements that are written there, or takes the first ones. */
  private static final Set<String> SHOWING = Set.of("just", "take", "range", "next", "single");

  private FlatMaps() {}

  /** Whether the function starts a request and goes on before the answer is there. */
  static Truth send(Match match) {
    Truth truth = Truth.NO;
    for (MethodCallExpr call : calls(match)) {
      truth = truth.or(sends(call, match));
    }
    return truth;
  }

  private static Truth sends(MethodCallExpr call, Match match) {
    Site site = match.file().siteOf(call, match.site());
    TypeRef owner = match.file().calls().owner(site);
    boolean aws =
        owner instanceof TypeRef.Named named
            && named.name().startsWith(AWS)
            && named.name().endsWith(AWS_ASYNC);
    return aws ? Truth.SURE : match.file().calls().plays(site, Roles.STARTS_REMOTE);
  }

  private static List<MethodCallExpr> calls(Match match) {
    return match
        .argument(0)
        .filter(LambdaExpr.class::isInstance)
        .map(function -> function.findAll(MethodCallExpr.class))
        .orElse(List.of());
  }

  /** The call that sends, for a message. */
  static Optional<String> request(Match match) {
    return calls(match).stream()
        .filter(call -> sends(call, match).mayBeReported())
        .map(MethodCallExpr::getNameAsString)
        .findFirst();
  }

  /** The chain before it begins with a few elements, or lets no more than a few through. */
  static boolean areOfFew(Match match) {
    Expression at = ((MethodCallExpr) match.node()).getScope().orElse(null);
    while (at instanceof MethodCallExpr call) {
      if (SHOWING.contains(call.getNameAsString())) {
        return true;
      }
      at = call.getScope().orElse(null);
    }
    return false;
  }
}
