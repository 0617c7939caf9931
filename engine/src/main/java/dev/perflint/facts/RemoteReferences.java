package dev.perflint.facts;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import java.util.HashSet;
import java.util.Set;

/**
 * Fields whose annotation says that the object behind them is elsewhere: {@code @DubboReference
 * StockService stocks}. The type is an interface like any other; only the field tells.
 */
final class RemoteReferences {
  private static final Set<String> LOCAL = Set.of("equals", "getClass", "hashCode", "toString");

  private RemoteReferences() {}

  /** Whether a call on such a field goes to the other process and waits for its answer. */
  static boolean isCall(FileContext file, Site site) {
    if (!(site.node() instanceof MethodCallExpr call)
        || names(file).isEmpty()
        || LOCAL.contains(call.getNameAsString())
        || call.getNameAsString().endsWith("Async")) {
      return false;
    }
    return call.getScope().filter(on -> isReference(on, site, file)).isPresent();
  }

  private static boolean isReference(Expression on, Site site, FileContext file) {
    if (on instanceof FieldAccessExpr access && access.getScope().isThisExpr()) {
      return names(file).contains(access.getNameAsString());
    }
    return on instanceof NameExpr name
        && names(file).contains(name.getNameAsString())
        && site.scope().local(name.getNameAsString()).isEmpty();
  }

  /** Of all such fields of a file, which hardly ever has one. */
  private static Set<String> names(FileContext file) {
    return file.once(RemoteReferences.class, RemoteReferences::find);
  }

  private static Set<String> find(FileContext file) {
    Set<String> names = new HashSet<>();
    for (Site site : file.unit().sites().of(FieldDeclaration.class)) {
      FieldDeclaration field = site.as(FieldDeclaration.class);
      Frame frame = site.frame();
      if (Annotations.ofRole(field, Roles.REMOTE_REFERENCE, file, frame).isPresent()) {
        field.getVariables().stream().map(NodeWithSimpleName::getNameAsString).forEach(names::add);
      }
    }
    return names;
  }
}
