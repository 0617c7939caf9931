package dev.perflint.rules.connections;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.facts.Handling;
import dev.perflint.facts.HandlingReader;
import dev.perflint.facts.LimitsElsewhere;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.types.Truth;

/** How many connections a client or pool may have for each host, and who says so. */
final class PoolSizes {
  private PoolSizes() {}

  /** In the chain that makes it; UNKNOWN where somebody else has a hand in that. */
  static Truth areBuiltIn(Match match) {
    if (match.node() instanceof MethodReferenceExpr) {
      return Truth.UNKNOWN;
    }
    Truth told = match.chain().plays(Roles.SIZES_POOL);
    return match.chain().isWhole() ? told : told.or(Truth.UNKNOWN);
  }

  /** A pool that exists can be told still, here, by who is handed it, or in another file. */
  static Truth areToldLater(Match match) {
    if (!isPool(match)) {
      return Truth.NO;
    }
    Handling handled = HandlingReader.of((Expression) match.node(), match.file());
    Truth told = Truth.of(!handled.handed().isEmpty()).and(Truth.UNKNOWN);
    for (Expression call : handled.on()) {
      told =
          told.or(
              match
                  .file()
                  .calls()
                  .plays(match.file().siteOf(call, match.site()), Roles.SIZES_POOL));
    }
    return handled.leaves() ? told.or(LimitsElsewhere.onPools(kind(match))) : told;
  }

  private static String kind(Match match) {
    return match.known().map(known -> known.kind()).orElse("");
  }

  private static boolean isPool(Match match) {
    return match
        .known()
        .filter(known -> known.member().type().contains("ConnectionManager"))
        .isPresent();
  }

  /** It goes into a field as it is made. */
  static boolean areKept(Match match) {
    Node parent = match.node().getParentNode().orElseThrow();
    return parent.getParentNode().filter(FieldDeclaration.class::isInstance).isPresent()
        || parent instanceof AssignExpr assign
            && (assign.getTarget().isFieldAccessExpr()
                || assign.getTarget() instanceof NameExpr name
                    && match.site().scope().local(name.getNameAsString()).isEmpty());
  }

  static String message(Match match) {
    return "This %s lends out %s: the others wait."
        .formatted(
            match.typeName(),
            match.known().flatMap(known -> known.each()).orElse("few connections"));
  }
}
