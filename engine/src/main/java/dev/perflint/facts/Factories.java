package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Methods that do no more with a new object than to set it up and return it, and never return
 * another that somebody keeps. What becomes of it, their callers decide, whom other files hold.
 */
public final class Factories {
  /** Any other annotation may make a container or a proxy keep what the method returns. */
  private static final Set<String> HARMLESS =
      Set.of(
          "Override",
          "Deprecated",
          "SuppressWarnings",
          "NonNull",
          "Nonnull",
          "NotNull",
          "Nullable",
          "SneakyThrows",
          "VisibleForTesting");

  private static final int MOST_LINKS = 100;

  private final FileContext file;

  private Factories(FileContext file) {
    this.file = file;
  }

  /** Those of this file. */
  public static Factories of(FileContext file) {
    return file.once(Factories.class, Factories::new);
  }

  /**
   * The methods that make the object anew on each call and return it: the one around, or those that
   * hand it a new builder. None where the builder may hold what is shared or a caller's settings.
   */
  public List<MethodDeclaration> thatReturn(Expression made, Site site) {
    Surroundings around = SurroundingsReader.of(file).of(site);
    Optional<MethodDeclaration> method =
        around.onMiss() || around.inCatch() ? Optional.empty() : ResultFates.methodAround(made);
    if (method.isEmpty()
        || !isPlain(method.get())
        || !isReturned(made)
        || !method.get().findAll(ReturnStmt.class).stream().allMatch(this::returnsNew)) {
      return List.of();
    }
    Expression root = root(made);
    if (isNewBuilder(root)) {
      return List.of(method.get());
    }
    Optional<Parameter> parameter =
        root instanceof NameExpr name
            ? method.get().getParameterByName(name.getNameAsString())
            : Optional.empty();
    return parameter.map(p -> handingNew(method.get(), p, made)).orElse(List.of());
  }

  private boolean isPlain(MethodDeclaration method) {
    return method.getParentNode().filter(TypeDeclaration.class::isInstance).isPresent()
        && ResultFates.of(file).isCostly(method.getType())
        && method.getAnnotations().stream().allMatch(a -> HARMLESS.contains(a.getNameAsString()));
  }

  /** The methods that call a private one with a new builder and return what it returns. */
  private List<MethodDeclaration> handingNew(
      MethodDeclaration builds, Parameter builder, Expression made) {
    int index = builds.getParameters().indexOf(builder);
    List<MethodDeclaration> found = new ArrayList<>();
    for (MethodCallExpr call : new PrivateCalls(file).callersOf(made)) {
      Optional<MethodDeclaration> caller = ResultFates.methodAround(call);
      if (call.getParentNode().filter(ReturnStmt.class::isInstance).isPresent()
          && isNewBuilder(root(call.getArgument(index)))
          && caller.filter(this::isPlain).filter(m -> m.getParameters().isEmpty()).isPresent()) {
        found.add(caller.get());
      }
    }
    return found;
  }

  /** Where a chain of calls begins, also that of the local variable which holds the builder. */
  private static Expression root(Expression end) {
    Expression at = end;
    for (int hops = 0; hops < MOST_LINKS; hops++) {
      Optional<Expression> before =
          at instanceof MethodCallExpr call && !isTypeName(call.getScope().orElse(call))
              ? call.getScope()
              : at instanceof NameExpr name
                  ? Lifetimes.local(name).flatMap(VariableDeclarator::getInitializer)
                  : Optional.empty();
      if (before.isEmpty()) {
        return at;
      }
      at = before.get();
    }
    return at;
  }

  private static boolean isTypeName(Expression scope) {
    return scope instanceof NameExpr name && Character.isUpperCase(name.getNameAsString().charAt(0))
        || scope instanceof FieldAccessExpr access
            && Character.isUpperCase(access.getNameAsString().charAt(0));
  }

  /** A creation, or a call of a library: what the project's own methods set up is not known. */
  private boolean isNewBuilder(Expression root) {
    Optional<Site> site = file.unit().sites().at(root);
    return (root instanceof ObjectCreationExpr || root instanceof MethodCallExpr)
        && site.filter(at -> isExpensive(at) || file.isOfLibrary(file.calls().owner(at)))
            .isPresent();
  }

  /** Knowledge names what no table of types holds, too. */
  private boolean isExpensive(Site site) {
    return file.calls().plays(site, Roles.EXPENSIVE_TO_CREATE).mayBeReported()
        || file.calls().plays(site, Roles.OPENS_BUILDER).mayBeReported();
  }

  /** Whether it is returned as it is, or as what calls on it have made of it. */
  private boolean isReturned(Expression made) {
    Expression value = made;
    while (value.getParentNode().orElse(null) instanceof Expression outer
        && (outer.isEnclosedExpr()
            || outer.isCastExpr()
            || outer instanceof MethodCallExpr call && call.getScope().orElse(null) == value)) {
      value = outer;
    }
    Node parent = value.getParentNode().orElse(null);
    return parent instanceof ReturnStmt
        || variable(parent, value).filter(this::isOnlyReturned).isPresent();
  }

  private Optional<VariableDeclarator> variable(Node parent, Expression value) {
    if (parent instanceof VariableDeclarator declared) {
      return Optional.of(declared).filter(v -> FieldKeys.declaration(v).isEmpty());
    }
    boolean assigned =
        parent instanceof AssignExpr assign
            && assign.getValue() == value
            && assign.getParentNode().filter(ExpressionStmt.class::isInstance).isPresent();
    return assigned ? ResultFates.of(file).local((AssignExpr) parent) : Optional.empty();
  }

  private boolean isOnlyReturned(VariableDeclarator variable) {
    boolean returned = false;
    for (NameExpr use : file.lifetimes().uses(variable)) {
      Node parent = use.getParentNode().orElse(null);
      returned |= parent instanceof ReturnStmt;
      boolean setUp =
          parent instanceof MethodCallExpr call
              && call.getScope().orElse(null) == use
              && file.lifetimes().staysLocal(use).isReported();
      if (!(parent instanceof ReturnStmt) && !setUp && !Variable.isTarget(use)) {
        return false;
      }
    }
    return returned;
  }

  private boolean returnsNew(ReturnStmt statement) {
    return statement.getExpression().filter(value -> isNew(value, 0)).isPresent();
  }

  private boolean isNew(Expression value, int hops) {
    if (value.isNullLiteralExpr() || makes(value)) {
      return true;
    }
    if (!(value instanceof NameExpr name) || hops > 0) {
      return false;
    }
    Optional<VariableDeclarator> variable = Lifetimes.local(name);
    return variable.isPresent()
        && variable.get().getInitializer().stream().allMatch(init -> isNew(init, 1))
        && file.lifetimes().uses(variable.get()).stream()
            .filter(Variable::isTarget)
            .map(use -> ((AssignExpr) use.getParentNode().orElseThrow()).getValue())
            .allMatch(given -> isNew(given, 1));
  }

  /** Whether the last call of a chain, or an earlier one, makes something expensive. */
  private boolean makes(Expression value) {
    Expression at = value;
    while (at instanceof MethodCallExpr || at instanceof ObjectCreationExpr) {
      Optional<Site> site = file.unit().sites().at(at);
      if (site.filter(this::isExpensive).isPresent()) {
        return true;
      }
      at = at instanceof MethodCallExpr call ? call.getScope().orElse(null) : null;
    }
    return false;
  }
}
