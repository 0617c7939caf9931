package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chain of calls that ends in a creation, also through the local variable or field that holds
 * the builder.
 */
public final class BuilderChain {
  private static final int MOST_STEPS = 4;

  private final FileContext file;
  private final Site site;

  private BuilderChain(FileContext file, Site site) {
    this.file = file;
    this.site = site;
  }

  /**
   * @param site of the call or creation that makes the object
   */
  public static BuilderChain endingAt(FileContext file, Site site) {
    return new BuilderChain(file, site);
  }

  /** Whether the builder was made from an existing object, whose costly parts it keeps. */
  public Truth isDerived() {
    return plays(Roles.DERIVES);
  }

  /** Whether a call before the last one plays the role. */
  public Truth plays(String role) {
    Truth truth = Truth.NO;
    for (Expression link : links()) {
      if (link instanceof MethodCallExpr call && call != site.node()) {
        truth = truth.or(file.calls().plays(file.siteOf(call, site), role));
      }
    }
    return truth;
  }

  /**
   * Whether all that sets the builder up stands here: it begins at a type or {@code new}, and
   * nobody is handed it.
   */
  public boolean isWhole() {
    Expression at = (Expression) site.node();
    while (at instanceof MethodCallExpr call && call.getScope().isPresent()) {
      at = call.getScope().get();
    }
    if (!(at instanceof NameExpr name)) {
      return at.isObjectCreationExpr() || at.isFieldAccessExpr();
    }
    Optional<Scope> local = site.scope().local(name.getNameAsString());
    if (local.isEmpty()) {
      return file.types().variable(name.getNameAsString(), site.scope()).isEmpty();
    }
    return local.get().declaration() instanceof VariableDeclarator variable
        && file.lifetimes().uses(variable).stream()
            .allMatch(
                use ->
                    use.getParentNode().orElse(null) instanceof MethodCallExpr call
                        && call.getScope().filter(scope -> scope == use).isPresent());
  }

  /**
   * Whether another type of the project gives the builder, with settings that do not stand here.
   */
  public boolean isBegunElsewhere() {
    Expression at = (Expression) site.node();
    for (int i = 0; i < MOST_STEPS; i++) {
      while (at instanceof MethodCallExpr call
          && call.getScope().filter(Expression::isMethodCallExpr).isPresent()) {
        at = call.getScope().get();
      }
      if (!(at instanceof MethodCallExpr first)) {
        return false;
      }
      Optional<Expression> builder =
          first
              .getScope()
              .filter(Expression::isNameExpr)
              .flatMap(name -> ValueOrigins.variable((NameExpr) name, site))
              .flatMap(VariableDeclarator::getInitializer);
      if (builder.isEmpty()) {
        TypeRef owner = file.calls().owner(file.siteOf(first, site));
        String own = file.typeNameAround(site.frame());
        return !(owner instanceof TypeRef.Unknown)
            && !file.isOfLibrary(owner)
            && !owner.equals(TypeRef.named(own));
      }
      at = builder.get();
    }
    return false;
  }

  /** The known constructors and static methods of that role with which the chain may begin. */
  public List<Calls.Known> openers(String role) {
    List<Calls.Known> found = new ArrayList<>(1);
    for (Expression link : links()) {
      boolean calls = link.isMethodCallExpr() || link.isObjectCreationExpr();
      if (calls && link != site.node()) {
        for (KnownMember member : file.knowledge().membersNamed(Calls.nameOf(link), role)) {
          if (isOfType(link, member.member().simpleTypeName())) {
            Truth truth = file.calls().means(file.siteOf(link, site), member.member());
            found.add(new Calls.Known(member, truth));
          }
        }
      }
    }
    return found;
  }

  private static boolean isOfType(Expression link, String simpleName) {
    if (link instanceof ObjectCreationExpr) {
      return true;
    }
    Optional<Expression> scope = link.asMethodCallExpr().getScope();
    return scope
        .filter(
            type ->
                type instanceof NameExpr name && name.getNameAsString().equals(simpleName)
                    || type instanceof FieldAccessExpr access
                        && access.getNameAsString().equals(simpleName))
        .isPresent();
  }

  /** Whether a parameter of the method decides what is built: it differs from call to call then. */
  public boolean takesParameters() {
    return mentionParameters(arguments(links()));
  }

  /** Whether one of these stands for a parameter of the method, or comes from one. */
  public boolean mentionParameters(List<Expression> settings) {
    Optional<CallableDeclaration<?>> method = MethodRoles.callable(site.frame());
    if (method.isEmpty()) {
      return false;
    }
    List<String> parameters =
        method.get().getParameters().stream().map(p -> p.getNameAsString()).toList();
    return settings.stream()
        .anyMatch(s -> mentions(s, parameters) || mentionsIndirectly(s, parameters));
  }

  private static List<Expression> arguments(List<Expression> calls) {
    List<Expression> arguments = new ArrayList<>();
    for (Expression call : calls) {
      arguments.addAll(Calls.arguments(call));
    }
    return arguments;
  }

  private static boolean mentions(Expression expression, List<String> parameters) {
    return expression
        .findFirst(NameExpr.class, name -> parameters.contains(name.getNameAsString()))
        .isPresent();
  }

  /** A local variable was made from a parameter, or was told one. */
  private boolean mentionsIndirectly(Expression argument, List<String> parameters) {
    for (NameExpr name : argument.findAll(NameExpr.class)) {
      List<Expression> calls = new ArrayList<>();
      addBuilderCalls(name, calls);
      if (arguments(calls).stream().anyMatch(a -> a != argument && mentions(a, parameters))
          || comesFrom(parameters, name, MOST_STEPS)) {
        return true;
      }
    }
    return false;
  }

  /** A setting may be made in steps: a socket factory of a context of a store of the caller's. */
  private boolean comesFrom(List<String> parameters, NameExpr name, int steps) {
    if (steps == 0) {
      return false;
    }
    for (Expression given : settingsOf(name)) {
      if (mentions(given, parameters)) {
        return true;
      }
      for (NameExpr next : given.findAll(NameExpr.class)) {
        boolean same = next.getNameAsString().equals(name.getNameAsString());
        if (!same && comesFrom(parameters, next, steps - 1)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What a local variable is made of, and what its setters are given. */
  private List<Expression> settingsOf(NameExpr name) {
    List<Expression> settings = new ArrayList<>();
    Optional<Scope> local = scopeOf(name).local(name.getNameAsString());
    if (local.isPresent()
        && local.get().declaration() instanceof VariableDeclarator variable
        && !isDecision(variable)) {
      variable.getInitializer().ifPresent(settings::add);
      for (NameExpr use : file.lifetimes().uses(variable)) {
        if (use.getParentNode().orElse(null) instanceof MethodCallExpr call
            && call.getScope().orElse(null) == use) {
          settings.addAll(call.getArguments());
        }
      }
    }
    return settings;
  }

  /** Of what differs by yes and no there are two, which can be kept as well as one. */
  private static boolean isDecision(VariableDeclarator variable) {
    return variable.getTypeAsString().equals("boolean");
  }

  /**
   * A setting may be made in a block of its own, whose variables the end of the chain is not in.
   */
  private Scope scopeOf(Node node) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      Optional<Site> around = file.unit().sites().at(at);
      if (around.isPresent()) {
        return around.get().scope();
      }
    }
    return site.scope();
  }

  /**
   * The calls of the chain, the last first; where a local variable holds the builder, its calls
   * too.
   */
  private List<Expression> links() {
    List<Expression> links = new ArrayList<>();
    Expression at = (Expression) site.node();
    while (true) {
      links.add(at);
      Optional<Expression> before =
          at instanceof MethodCallExpr call ? call.getScope() : Optional.empty();
      if (before.isEmpty()) {
        return links;
      }
      at = before.get();
      if (at instanceof NameExpr name) {
        addBuilderCalls(name, links);
        return links;
      }
    }
  }

  private void addBuilderCalls(NameExpr name, List<Expression> links) {
    Optional<Scope> local = site.scope().local(name.getNameAsString());
    if (local.isPresent() && local.get().declaration() instanceof VariableDeclarator variable) {
      variable.getInitializer().ifPresent(init -> addCalls(init, links));
      for (NameExpr use : file.lifetimes().uses(variable)) {
        use.getParentNode()
            .filter(MethodCallExpr.class::isInstance)
            .ifPresent(call -> links.add((MethodCallExpr) call));
      }
    } else if (local.isEmpty()) {
      addAssigned(name.getNameAsString(), links);
    }
  }

  private static void addCalls(Expression value, List<Expression> links) {
    value.walk(MethodCallExpr.class, links::add);
    value.walk(ObjectCreationExpr.class, links::add);
  }

  /** A field that holds the builder may have been set up in this method. */
  private void addAssigned(String field, List<Expression> links) {
    MethodRoles.callable(site.frame())
        .ifPresent(
            method ->
                method.walk(
                    AssignExpr.class,
                    assign -> {
                      String target = assign.getTarget().toString();
                      if (target.equals(field) || target.equals("this." + field)) {
                        addCalls(assign.getValue(), links);
                      }
                    }));
  }
}
