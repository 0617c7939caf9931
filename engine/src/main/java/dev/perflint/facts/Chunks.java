package dev.perflint.facts;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;

/**
 * Whether what a loop goes over is cut into lists already: a pass does for many at once what it
 * does.
 */
final class Chunks {
  private static final String COLLECTION = "java.util.Collection";

  private final FileContext file;

  Chunks(FileContext file) {
    this.file = file;
  }

  boolean isOver(ForEachStmt each, Site site) {
    TypeRef element = file.names().resolve(each.getVariableDeclarator().getType(), site.frame());
    return isCollection(element) || areIn(each.getIterable(), site);
  }

  /**
   * Whether the elements are lists of elements, as {@code Lists.partition}, {@code Flux.buffer} or
   * a method of this file makes them.
   */
  boolean areIn(Expression source, Site site) {
    TypeRef type = file.typeOf(source, site.scope());
    return yieldsCollections(type) || isMadeHere(source);
  }

  private boolean yieldsCollections(TypeRef type) {
    Optional<List<TypeRef>> published =
        file.types().resolver().argumentsAs(type, "org.reactivestreams.Publisher");
    TypeRef element =
        published.isPresent() && !published.get().isEmpty()
            ? published.get().get(0)
            : file.types().resolver().elementOf(type);
    return isCollection(element);
  }

  private boolean isCollection(TypeRef type) {
    return file.types().resolver().isA(type, COLLECTION).equals(Truth.SURE);
  }

  /** What a method of the file returns, its declaration says; overloads all have to. */
  private boolean isMadeHere(Expression source) {
    if (!(source instanceof MethodCallExpr call)
        || call.getScope().filter(scope -> !scope.isThisExpr()).isPresent()) {
      return false;
    }
    boolean found = false;
    for (Site site : file.unit().sites(MethodDeclaration.class)) {
      MethodDeclaration method = site.as(MethodDeclaration.class);
      if (method.getNameAsString().equals(call.getNameAsString())) {
        if (!yieldsCollections(file.names().resolve(method.getType(), site.frame()))) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }
}
