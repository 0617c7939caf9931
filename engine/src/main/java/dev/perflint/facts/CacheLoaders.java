package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.source.Site;
import dev.perflint.types.TypeRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which object loads what a cache does not have: {@code prices.get(sku)} runs {@code load} of the
 * loader that the file builds {@code prices} with.
 */
public final class CacheLoaders {
  /** What those who ask such a cache call; the loader is asked for one entry at a time. */
  public static final List<String> ASKING = List.of("get", "getUnchecked");

  private static final Set<String> CACHES =
      Set.of(
          "com.google.common.cache.LoadingCache",
          "com.github.benmanes.caffeine.cache.LoadingCache");

  private final FileContext file;

  /** By the name of the field that keeps the cache. */
  private final Map<String, Site> loaders = new HashMap<>();

  private CacheLoaders(FileContext file) {
    this.file = file;
    Set<String> several = new HashSet<>();
    for (Site build : file.unit().sites().calls("build")) {
      MethodCallExpr call = build.as(MethodCallExpr.class);
      if (call.getArguments().size() == 1
          && call.getArgument(0) instanceof ObjectCreationExpr loader) {
        Optional<String> field = keeper(build);
        Optional<Site> made = file.unit().sites().at(loader);
        if (field.isPresent() && made.isPresent() && loaders.put(field.get(), made.get()) != null) {
          several.add(field.get());
        }
      }
    }
    loaders.keySet().removeAll(several);
  }

  public static CacheLoaders of(FileContext file) {
    return file.once(CacheLoaders.class, CacheLoaders::new);
  }

  public boolean areNone() {
    return loaders.isEmpty();
  }

  /** Where the loader is made that such a call may have run. */
  public Optional<Site> askedBy(Site call) {
    return call.as(MethodCallExpr.class)
        .getScope()
        .flatMap(CacheLoaders::name)
        .filter(name -> call.scope().local(name).isEmpty())
        .map(loaders::get);
  }

  /** The name of the field that is given what a call builds. */
  private Optional<String> keeper(Site build) {
    Node parent = build.node().getParentNode().orElse(null);
    if (parent instanceof VariableDeclarator field) {
      return Optional.of(field).filter(this::isCache).map(VariableDeclarator::getNameAsString);
    }
    return parent instanceof AssignExpr given
        ? name(given.getTarget())
            .filter(name -> build.scope().local(name).isEmpty())
            .filter(this::isCache)
        : Optional.empty();
  }

  private static Optional<String> name(Expression field) {
    if (field instanceof NameExpr name) {
      return Optional.of(name.getNameAsString());
    }
    return field instanceof FieldAccessExpr access && access.getScope().isThisExpr()
        ? Optional.of(access.getNameAsString())
        : Optional.empty();
  }

  private boolean isCache(String field) {
    return file.unit().tree().findAll(FieldDeclaration.class).stream()
        .flatMap(declared -> declared.getVariables().stream())
        .anyMatch(variable -> variable.getNameAsString().equals(field) && isCache(variable));
  }

  private boolean isCache(VariableDeclarator variable) {
    return variable.getParentNode().filter(FieldDeclaration.class::isInstance).isPresent()
        && variable.getType().asString().contains("LoadingCache")
        && file.unit()
            .sites()
            .at(variable.getParentNode().get())
            .map(site -> file.names().resolve(variable.getType(), site.frame()))
            .filter(CacheLoaders::isCache)
            .isPresent();
  }

  private static boolean isCache(TypeRef type) {
    return type instanceof TypeRef.Named named && CACHES.contains(named.name())
        || type instanceof TypeRef.OneOf oneOf && oneOf.names().stream().anyMatch(CACHES::contains);
  }
}
