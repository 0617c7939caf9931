package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.model.Certainty;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a new object goes: does it die with the call that made it? Uses in lambdas and nested
 * classes count.
 */
public final class Lifetimes {
  private static final Set<String> CLOSERS =
      Set.of("close", "closeQuietly", "shutdown", "closeSilently");
  private static final int MOST_HOPS = 4;

  private final FileContext file;
  private final Map<Node, Map<String, List<NameExpr>>> usesByName = new IdentityHashMap<>();

  Lifetimes(FileContext file) {
    this.file = file;
  }

  /**
   * SURE when the object is only used here and dropped; NO when it is returned or kept in a field,
   * array or collection; UNKNOWN when it is handed to a method that may keep it.
   */
  public Certainty staysLocal(Expression made, Site site) {
    return follow(made, site, 0);
  }

  private Certainty follow(Expression value, Site site, int hops) {
    Node parent = value.getParentNode().orElse(null);
    if (parent == null || hops > MOST_HOPS) {
      return Certainty.UNKNOWN;
    }
    if (parent instanceof MethodCallExpr call) {
      boolean receiver = call.getScope().filter(scope -> scope == value).isPresent();
      return receiver || CLOSERS.contains(call.getNameAsString())
          ? Certainty.SURE
          : Certainty.UNKNOWN;
    }
    if (parent instanceof VariableDeclarator variable) {
      return ofVariable(variable, site, hops);
    }
    if (parent instanceof ExpressionStmt || parent instanceof TryStmt) {
      // The body of an expression lambda stands in a statement of its own: it is the lambda's
      // result.
      return Certainty.of(parent.getParentNode().filter(LambdaExpr.class::isInstance).isEmpty());
    }
    if (parent instanceof AssignExpr assign && assign.getValue() == value) {
      return assigned(assign, site, hops);
    }
    if (parent instanceof Expression outer
        && (outer.isEnclosedExpr() || outer.isCastExpr() || outer.isConditionalExpr())) {
      return follow(outer, site, hops + 1);
    }
    // A return, an expression lambda's result, an array element, a field: it outlives the call.
    return parent instanceof Expression other && (other.isBinaryExpr() || other.isInstanceOfExpr())
        ? Certainty.SURE
        : parent instanceof Expression creation && creation.isObjectCreationExpr()
            ? Certainty.UNKNOWN
            : Certainty.NO;
  }

  private Certainty assigned(AssignExpr assign, Site site, int hops) {
    if (assign.getTarget() instanceof NameExpr name) {
      Optional<Scope> local = site.scope().local(name.getNameAsString());
      if (local.isPresent()
          && local.get().declaration() instanceof VariableDeclarator variable
          && !isField(variable)) {
        return ofVariable(variable, site, hops);
      }
    }
    return Certainty.NO;
  }

  private static boolean isField(VariableDeclarator variable) {
    return variable
        .getParentNode()
        .filter(p -> p instanceof com.github.javaparser.ast.body.FieldDeclaration)
        .isPresent();
  }

  private Certainty ofVariable(VariableDeclarator variable, Site site, int hops) {
    if (isField(variable)) {
      return Certainty.NO;
    }
    Certainty result = Certainty.SURE;
    for (NameExpr use : uses(variable, site)) {
      Node parent = use.getParentNode().orElse(null);
      boolean written = parent instanceof AssignExpr assign && assign.getTarget() == use;
      boolean asReceiver = parent instanceof com.github.javaparser.ast.expr.FieldAccessExpr;
      if (!written && !asReceiver) {
        result = result.and(follow(use, site, hops + 1));
      }
    }
    return result;
  }

  /** The places that read or write a local variable, in its whole member. */
  public List<NameExpr> uses(VariableDeclarator variable, Site site) {
    Node member = site.frame().member().map(f -> f.node()).orElse(null);
    if (member == null) {
      return List.of();
    }
    // Another local of the same name in a sibling block would be counted too: that only makes the
    // answer quieter.
    return usesByName
        .computeIfAbsent(member, Lifetimes::usesByName)
        .getOrDefault(variable.getNameAsString(), List.of());
  }

  private static Map<String, List<NameExpr>> usesByName(Node member) {
    Map<String, List<NameExpr>> uses = new HashMap<>();
    for (NameExpr use : member.findAll(NameExpr.class)) {
      uses.computeIfAbsent(use.getNameAsString(), name -> new ArrayList<>(2)).add(use);
    }
    return uses;
  }
}
