package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.facts.FieldKeys;
import dev.perflint.facts.Literals;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Queues that may be full, as far as the file shows how they are made. */
final class BoundedQueues {
  private static final Set<String> OF_SIZE =
      Set.of("ArrayBlockingQueue", "LinkedBlockingQueue", "LinkedBlockingDeque");

  /** Somebody who looks before, or makes room, knows what happens. */
  private static final Set<String> LOOKING =
      Set.of("remainingCapacity", "size", "poll", "pollFirst", "remove", "clear", "contains");

  private BoundedQueues() {}

  static boolean isBounded(Match match) {
    if (!(match.node() instanceof MethodCallExpr offer) || offer.getScope().isEmpty()) {
      return false;
    }
    Expression queue = offer.getScope().get();
    return made(queue, match.site()).filter(made -> isOfSize(made, match.site())).isPresent()
        && !isLookedAt(queue, offer);
  }

  private static boolean isOfSize(Expression made, Site site) {
    return made instanceof ObjectCreationExpr creation
        && OF_SIZE.contains(creation.getType().getNameAsString())
        && !creation.getArguments().isEmpty()
        && isSize(creation.getArgument(0), site);
  }

  /**
   * A number, or a name that stands for one; a collection to copy is none. In a queue for one a
   * bell is rung, and a bell that rings already need not be rung again.
   */
  private static boolean isSize(Expression size, Site site) {
    OptionalLong number = Literals.number(size, site.scope());
    if (number.isPresent()) {
      return number.getAsLong() > 1;
    }
    boolean greatest =
        size instanceof FieldAccessExpr access && access.getNameAsString().equals("MAX_VALUE");
    return !greatest && (size.isNameExpr() || size.isMethodCallExpr() || size.isFieldAccessExpr());
  }

  private static Optional<Expression> made(Expression queue, Site site) {
    if (queue instanceof NameExpr name && site.scope().local(name.getNameAsString()).isPresent()) {
      return ValueOrigins.variable(name, site).flatMap(VariableDeclarator::getInitializer);
    }
    if (queue instanceof NameExpr name) {
      return FieldKeys.initializer(name.getNameAsString(), site.frame());
    }
    return queue instanceof FieldAccessExpr access && access.getScope().isThisExpr()
        ? FieldKeys.initializer(access.getNameAsString(), site.frame())
        : Optional.empty();
  }

  private static boolean isLookedAt(Expression queue, MethodCallExpr offer) {
    return Bodies.around(offer).findAll(MethodCallExpr.class).stream()
        .anyMatch(
            call ->
                LOOKING.contains(call.getNameAsString())
                    && call.getScope().filter(queue::equals).isPresent());
  }
}
