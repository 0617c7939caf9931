package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Site;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where code uses what a row of a database refers to, so that a persistence context has to load it
 * if it has put that off. Whether the row is an entity and the getter lazy, the merge says.
 */
public final class LazyLoads {
  /** What a proxy answers by itself. */
  private static final Pattern BY_ITSELF = Pattern.compile("get\\w*I[dD]|getClass|id|hashCode");

  private final FileContext file;

  private LazyLoads(FileContext file) {
    this.file = file;
  }

  /** Those of this file. */
  public static LazyLoads of(FileContext file) {
    return file.once(LazyLoads.class, LazyLoads::new);
  }

  /**
   * Whether a call is a getter on some variable and what it gives is used, so that it has to be
   * there.
   */
  public Truth loads(MethodCallExpr getter, Site site) {
    if (!isGetter(getter)
        || !(getter.getScope().orElse(null) instanceof NameExpr owner)
        || BY_ITSELF.matcher(getter.getNameAsString()).matches()
        || !isUsed(getter, true)) {
      return Truth.NO;
    }
    TypeRef type = file.erased(file.typeOf(owner, site.scope()));
    return type instanceof TypeRef.Unknown || file.isOfLibrary(type)
        ? Truth.NO
        : Truth.open(new Question.IsLazy(type, getter.getNameAsString()));
  }

  /** By its form alone, as most calls are none. */
  public static boolean isGetter(MethodCallExpr call) {
    String name = call.getNameAsString();
    return call.getArguments().isEmpty() && (name.startsWith("get") || name.startsWith("is"));
  }

  private boolean isUsed(Expression read, boolean followVariable) {
    Node parent = read.getParentNode().orElse(null);
    if (parent instanceof MethodCallExpr next && next.getScope().orElse(null) == read) {
      return !BY_ITSELF.matcher(next.getNameAsString()).matches();
    }
    if (parent instanceof ForEachStmt each) {
      return each.getIterable() == read;
    }
    return followVariable
        && parent instanceof VariableDeclarator local
        && Lifetimes.holder(read).isPresent()
        && file.lifetimes().uses(local).stream().anyMatch(use -> isUsed(use, false));
  }

  /** The loop around a site of which the expression is the element. */
  public Optional<Loop> loopOver(Expression element, Site site) {
    if (!element.isNameExpr()) {
      return Optional.empty();
    }
    Optional<Variable> variable = Variable.meantBy(element, site.scope());
    return variable.flatMap(
        declared ->
            file.loops().perElement(site).stream()
                .filter(loop -> isElement(declared.declaration(), loop.node()))
                .findFirst());
  }

  private static boolean isElement(Node declaration, Node loop) {
    if (loop instanceof ForEachStmt each) {
      return each.getVariableDeclarator() == declaration;
    }
    return declaration.getParentNode().orElse(null) instanceof LambdaExpr lambda
        && Calls.callGiven(lambda).filter(call -> call == loop).isPresent();
  }

  /**
   * The loop whose element a call works on or is handed; of a method reference, the loop that it is
   * the body of.
   */
  public Optional<Loop> loopOf(Site site) {
    if (site.node() instanceof MethodReferenceExpr) {
      return file.loops().perElement(site).stream()
          .findFirst()
          .filter(loop -> Calls.callGiven(site.node()).filter(c -> c == loop.node()).isPresent());
    }
    Optional<Loop> own =
        site.node() instanceof MethodCallExpr call
            ? call.getScope().flatMap(scope -> loopOver(scope, site))
            : Optional.empty();
    return own.or(
        () ->
            Calls.arguments(site.node()).stream()
                .flatMap(argument -> loopOver(argument, site).stream())
                .findFirst());
  }

  /** Whether a method of the project that is handed the element loads something for it. */
  public Truth loadsInside(Site site) {
    TypeRef owner = file.calls().owner(site);
    if (owner instanceof TypeRef.Unknown
        || owner instanceof TypeRef.ArrayOf
        || file.isOfLibrary(owner)) {
      return Truth.NO;
    }
    String name = Calls.nameOf(site.node());
    MethodRef method =
        file.calls().method(site, owner, name.equals("new") ? MemberNames.CONSTRUCTOR : name);
    if (site.node() instanceof MethodReferenceExpr) {
      return Truth.open(new Question.LoadsFrom(method, 0));
    }
    Truth truth = Truth.NO;
    List<Expression> arguments = Calls.arguments(site.node());
    for (int i = 0; i < arguments.size(); i++) {
      if (loopOver(arguments.get(i), site).isPresent()) {
        truth = truth.or(Truth.open(new Question.LoadsFrom(method, i)));
      }
    }
    return truth;
  }

  /** Whether a loop goes through rows that a query has given without what they refer to. */
  public Truth goesThroughBareRows(Loop loop, Site inside) {
    Truth rows = Rows.loaded(file).goneThroughBy(loop, inside);
    return rows.and(fetched(rows).not());
  }

  private static Truth fetched(Truth rows) {
    return Truth.any(
        rows.questions()
            .filter(Question.Does.class::isInstance)
            .map(
                does ->
                    Truth.open(
                        new Question.Does(((Question.Does) does).method(), Roles.FETCHES_ALONG)))
            .toList());
  }
}
