package dev.perflint.facts;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls that a value comes through: its own chain, and that of the variables in it. */
public final class ValueOrigins {
  private static final int MOST_VARIABLES = 3;

  private ValueOrigins() {}

  /** Of the receiver of a call; none for other nodes. */
  public static List<MethodCallExpr> ofReceiver(Site site) {
    List<MethodCallExpr> origins = new ArrayList<>();
    if (site.node() instanceof MethodCallExpr call && call.getScope().isPresent()) {
      collect(call.getScope().get(), site, origins, 0);
    }
    return origins;
  }

  private static void collect(
      Expression value, Site site, List<MethodCallExpr> into, int variables) {
    Expression at = value;
    while (at instanceof MethodCallExpr call) {
      into.add(call);
      at = call.getScope().orElse(null);
    }
    if (at instanceof NameExpr name && variables < MOST_VARIABLES) {
      variable(name, site)
          .flatMap(VariableDeclarator::getInitializer)
          .ifPresent(init -> collect(init, site, into, variables + 1));
    }
  }

  /** The declaration of a local variable; empty for fields, parameters and patterns. */
  public static Optional<VariableDeclarator> variable(NameExpr name, Site site) {
    return variable(name, site.scope());
  }

  static Optional<VariableDeclarator> variable(NameExpr name, Scope scope) {
    return scope
        .local(name.getNameAsString())
        .map(Scope::declaration)
        .filter(VariableDeclarator.class::isInstance)
        .map(VariableDeclarator.class::cast);
  }
}
