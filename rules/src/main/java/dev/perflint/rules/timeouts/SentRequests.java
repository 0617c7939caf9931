package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Creations;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Handling;
import dev.perflint.facts.HandlingReader;
import dev.perflint.facts.LimitsElsewhere;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Site;
import java.util.List;

/** The requests that a client sends: a limit belongs to the one that it is on. */
final class SentRequests {
  private SentRequests() {}

  /**
   * Whether all that a client sends is made in the file, beside the call or where private methods
   * lead to it, and is seen to have no limit, whatever other requests of the file have. No context
   * goes with it, which may hold one.
   */
  static boolean areWithoutLimit(Handling client, Site made, FileContext file) {
    if (client.leaves() || client.lost()) {
      return false;
    }
    List<Site> sent =
        client.on().stream()
            .map(call -> file.siteOf(call, made))
            .filter(site -> file.calls().plays(site, Roles.REMOTE_CALL).mayBeReported())
            .toList();
    return !sent.isEmpty() && sent.stream().allMatch(site -> isWithoutLimit(site, file));
  }

  private static boolean isWithoutLimit(Site send, FileContext file) {
    List<Expression> arguments = Calls.arguments(send.node());
    if (arguments.size() != 1) {
      return false;
    }
    if (!(arguments.get(0) instanceof NameExpr request)) {
      return isPlain(arguments.get(0));
    }
    List<ObjectCreationExpr> made = Creations.of(request, file);
    return !made.isEmpty()
        && made.stream()
            .allMatch(one -> isPlain(one) && isLeftAlone(HandlingReader.of(one, file), send, file));
  }

  private static boolean isPlain(Expression made) {
    return made.isObjectCreationExpr()
        && made.asObjectCreationExpr().getAnonymousClassBody().isEmpty();
  }

  private static boolean isLeftAlone(Handling request, Site send, FileContext file) {
    return !request.leaves()
        && !request.lost()
        && request.on().stream()
            .map(call -> file.siteOf(call, send))
            .allMatch(
                site ->
                    file.calls().plays(site, Roles.LIMITS_REQUEST).isNo()
                        || !LimitsElsewhere.mayLimit(site, file));
  }
}
