package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import java.util.Optional;
import java.util.Set;

/**
 * Elements of a field that a container fills with all objects of a type, such as the handlers of an
 * application: what is called on one of them is called on each.
 */
final class InjectedMany {
  /** Steps of a stream whose elements are those before. */
  private static final Set<String> SAME =
      Set.of("stream", "parallelStream", "filter", "sorted", "distinct", "peek");

  private InjectedMany() {}

  /** Whether a name is such an element: in a loop, or in a function that a stream runs. */
  static boolean isElement(Expression name, Site site) {
    return name instanceof NameExpr variable
        && site.scope()
            .local(variable.getNameAsString())
            .map(Scope::declaration)
            .flatMap(InjectedMany::goneThrough)
            .flatMap(all -> Variable.meantBy(all, site.scope()))
            .filter(all -> all.isField() || isHandedInside(all))
            .isPresent();
  }

  private static Optional<Expression> goneThrough(Node declared) {
    Node parent = declared.getParentNode().orElse(null);
    if (parent instanceof LambdaExpr function) {
      return Calls.callGiven(function)
          .flatMap(MethodCallExpr::getScope)
          .map(stream -> ChainSteps.begin(stream, SAME::contains));
    }
    return Optional.ofNullable(parent)
        .flatMap(Node::getParentNode)
        .filter(ForEachStmt.class::isInstance)
        .map(loop -> ((ForEachStmt) loop).getIterable());
  }

  /** A method of one's own is handed a part of them. */
  private static boolean isHandedInside(Variable all) {
    return all.kind() == Variable.Kind.PARAMETER
        && all.declaration().getParentNode().orElse(null) instanceof MethodDeclaration method
        && method.isPrivate();
  }
}
