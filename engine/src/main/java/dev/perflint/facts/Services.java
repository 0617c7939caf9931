package dev.perflint.facts;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.TypeRef;

/**
 * Calls of objects that a field holds and that are none of the JDK's: services, clients, stores.
 */
public final class Services {
  private Services() {}

  /**
   * Whether a pass of the loop asks one, next to which what the JDK does in memory is nothing as a
   * rule.
   *
   * @param inside a place in the loop
   */
  public static boolean areAskedBy(Loop loop, FileContext file, Site inside) {
    return LoopFlow.in(file, loop.node()).calls().stream()
        .anyMatch(call -> isAsked(call, file, file.siteOf(call, inside).scope()));
  }

  private static boolean isAsked(MethodCallExpr call, FileContext file, Scope scope) {
    Expression receiver = call.getScope().orElse(null);
    if (receiver == null || call.getArguments().isEmpty()) {
      return false;
    }
    // What this file does not declare, and is no class, is a field of a superclass.
    boolean field =
        Variable.meantBy(receiver, scope)
            .map(Variable::isField)
            .orElse(
                receiver instanceof NameExpr name
                    && Character.isLowerCase(name.getNameAsString().charAt(0)));
    return field
        && !(file.typeOf(receiver, scope) instanceof TypeRef.Named named
            && (named.name().startsWith("java.") || named.name().indexOf('.') < 0));
  }
}
