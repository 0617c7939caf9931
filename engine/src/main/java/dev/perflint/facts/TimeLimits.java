package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Certainty;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether what is made somewhere was given a limit on how long it waits: in the chain that builds
 * it, by a setter, or by a part that it is given. NO where the whole way is seen and nothing on it
 * sets one, SURE where something does, UNKNOWN where something may that this file does not show.
 */
public final class TimeLimits {
  private static final int MOST_STEPS = 12;

  /** Amounts that mean "no limit". */
  private static final Set<String> NONE = Set.of("0", "0L", "-1", "-1L");

  private static final Set<String> NO_LIMIT_CONSTANTS =
      Set.of("ZERO", "DISABLED", "ZERO_MILLISECONDS", "INFINITE");

  /** The kind of what only counts as a part of something else. */
  public static final String PART = "part";

  private final FileContext file;

  private TimeLimits(FileContext file) {
    this.file = file;
  }

  /** The one of this file. */
  public static TimeLimits of(FileContext file) {
    return file.once(TimeLimits.class, () -> new TimeLimits(file));
  }

  /**
   * Of what a call or creation makes, by how it is made and by what this file does with it.
   *
   * @param handled what is done with it
   */
  public Certainty of(Expression made, Handling handled) {
    return built(made, 0).or(later(handled));
  }

  /** By what is done with it alone: of what another object gives, whatever that is. */
  public Certainty later(Handling handled) {
    Certainty limited = handled.lost() ? Certainty.UNKNOWN : Certainty.NO;
    for (Expression call : handled.on()) {
      limited = limited.or(set(call, 0));
    }
    for (Expression call : handled.with()) {
      limited = limited.or(afterwards(call));
    }
    return limited;
  }

  /** {@code HttpConnectionParams.setSoTimeout(params, 500)}: the object is no limit itself. */
  private Certainty afterwards(Expression call) {
    return call instanceof MethodCallExpr setter && setter.getNameAsString().contains("imeout")
        ? Certainty.SURE
        : Certainty.NO;
  }

  /** The chain that ends in a call or creation, back to where it starts. */
  private Certainty built(Expression end, int steps) {
    boolean isSubclass =
        end instanceof ObjectCreationExpr creation && creation.getAnonymousClassBody().isPresent();
    Certainty limited = isSubclass ? Certainty.UNKNOWN : Certainty.NO;
    Expression at = end;
    while (true) {
      limited = limited.or(set(at, steps));
      if (limited == Certainty.SURE) {
        return limited;
      }
      if (!(at instanceof MethodCallExpr call)) {
        return isMade(at) && isOfLibrary(at) ? limited : limited.or(Certainty.UNKNOWN);
      }
      Optional<Expression> scope = call.getScope().map(TimeLimits::bare);
      if (scope.isEmpty() || scope.get().isThisExpr()) {
        return limited.or(isOfLibrary(call) ? Certainty.NO : made(call, steps));
      }
      if (scope.get() instanceof NameExpr || scope.get().isFieldAccessExpr()) {
        boolean isFactory = isType(scope.get());
        return limited.or(
            isFactory
                ? Certainty.of(!isOfLibrary(call)).and(Certainty.UNKNOWN)
                : scope.get() instanceof NameExpr name ? start(name, steps) : Certainty.UNKNOWN);
      }
      at = scope.get();
    }
  }

  /** A factory of the project may set what it likes. */
  private boolean isOfLibrary(Expression call) {
    return file.isOfLibrary(file.calls().owner(site(call)));
  }

  /** What the builder in a variable was told. */
  private Certainty start(NameExpr name, int steps) {
    Site site = FieldUses.nearest(name, file);
    Optional<Scope> local = site.scope().local(name.getNameAsString());
    return local.isPresent() && local.get().declaration() instanceof VariableDeclarator variable
        ? ofLocal(variable, steps)
        : Certainty.UNKNOWN;
  }

  private boolean isType(Expression name) {
    if (name instanceof NameExpr simple) {
      Site site = FieldUses.nearest(name, file);
      return file.types().variable(simple.getNameAsString(), site.scope()).isEmpty()
          && Character.isUpperCase(simple.getNameAsString().charAt(0));
    }
    return Character.isUpperCase(name.asFieldAccessExpr().getNameAsString().charAt(0));
  }

  /** A builder in a variable: how it came there, and all that is called on it. */
  private Certainty ofLocal(VariableDeclarator variable, int steps) {
    if (steps > MOST_STEPS) {
      return Certainty.UNKNOWN;
    }
    Certainty start =
        variable.getInitializer().map(init -> origin(init, steps + 1)).orElse(Certainty.UNKNOWN);
    if (start == Certainty.SURE) {
      return start;
    }
    Handling handled = HandlingReader.of(variable, file);
    return start.or(later(handled)).or(handled.leaves() ? Certainty.UNKNOWN : Certainty.NO);
  }

  /** Of the value of a variable that is no builder known by name: a chain from a type or method. */
  private Certainty origin(Expression value, int steps) {
    Expression bare = bare(value);
    if (bare instanceof NameExpr name) {
      return start(name, steps);
    }
    return isMade(bare) ? built(bare, steps) : Certainty.UNKNOWN;
  }

  /** What a method of this file returns. */
  private Certainty made(MethodCallExpr call, int steps) {
    Optional<MethodDeclaration> maker = own(call);
    if (maker.isEmpty() || steps > MOST_STEPS) {
      return Certainty.UNKNOWN;
    }
    Certainty limited = Certainty.NO;
    for (ReturnStmt statement : maker.get().findAll(ReturnStmt.class)) {
      limited =
          limited.or(
              statement
                  .getExpression()
                  .map(value -> origin(value, steps + 1))
                  .orElse(Certainty.UNKNOWN));
    }
    return limited;
  }

  /** Whether a call sets a limit that is one. */
  private Certainty set(Expression call, int steps) {
    Site site = site(call);
    Truth known = file.calls().plays(site, Roles.SETS_TIMEOUT);
    if (known.isNo()) {
      return Certainty.NO;
    }
    List<Expression> arguments = Calls.arguments(call);
    return arguments.isEmpty() ? Certainty.SURE : value(arguments.get(0), steps);
  }

  /** Whether a value is a limit or may bring one. */
  public Certainty value(Expression argument) {
    return value(argument, 0);
  }

  private Certainty value(Expression argument, int steps) {
    Expression value = bare(argument);
    if (steps > MOST_STEPS) {
      return Certainty.SURE;
    }
    if (value instanceof NameExpr name) {
      return variable(name, steps);
    }
    if (!isMade(value)) {
      return Certainty.of(!isNone(value));
    }
    if (isPart(value)) {
      return built(value, steps + 1);
    }
    if (value instanceof MethodCallExpr call
        && call.getScope().filter(scope -> !scope.isThisExpr()).isEmpty()
        && own(call).isPresent()) {
      return own(call).get().findAll(ReturnStmt.class).stream()
          .flatMap(statement -> statement.getExpression().stream())
          .map(returned -> value(returned, steps + 1))
          .reduce(Certainty.NO, Certainty::or);
    }
    return Certainty.SURE;
  }

  /** What is used by itself is looked at where it is made. */
  private boolean isPart(Expression value) {
    return isMade(value)
        && file.calls().known(site(value), Roles.WITHOUT_TIMEOUT).stream()
            .anyMatch(known -> known.member().kind().equals(PART) && known.truth().mayBeReported());
  }

  private static boolean isMade(Expression value) {
    return value instanceof MethodCallExpr || value instanceof ObjectCreationExpr;
  }

  private static boolean isNone(Expression value) {
    return value.isNullLiteralExpr()
        || NONE.contains(value.toString())
        || value.isFieldAccessExpr()
            && NO_LIMIT_CONSTANTS.contains(value.asFieldAccessExpr().getNameAsString());
  }

  private Certainty variable(NameExpr name, int steps) {
    Site site = FieldUses.nearest(name, file);
    Optional<Scope> local = site.scope().local(name.getNameAsString());
    if (local.isEmpty()) {
      return constant(name, site).map(init -> kept(init, steps)).orElse(Certainty.SURE);
    }
    if (!(local.get().declaration() instanceof VariableDeclarator variable)
        || variable.getInitializer().isEmpty()) {
      return Certainty.SURE;
    }
    Expression init = bare(variable.getInitializer().get());
    Certainty made = value(init, steps + 1);
    return made != Certainty.SURE && isPart(init)
        ? made.or(later(HandlingReader.of(variable, file)))
        : made;
  }

  /** Of what a field holds, which may be told more than once. */
  private Certainty kept(Expression init, int steps) {
    Certainty made = value(init, steps + 1);
    if (made == Certainty.SURE || !isPart(bare(init))) {
      return made;
    }
    return made.or(later(HandlingReader.of(init, file)));
  }

  /** The initialiser of a final field. */
  private Optional<Expression> constant(NameExpr name, Site site) {
    Optional<Expression> known = Literals.constantField(name.getNameAsString(), site.scope());
    return known.or(
        () ->
            FieldKeys.of(name, site, file)
                .flatMap(key -> FieldUses.declaration(key, site.frame(), file))
                .filter(FieldDeclaration::isFinal)
                .flatMap(
                    field ->
                        field.getVariables().stream()
                            .filter(v -> v.getNameAsString().equals(name.getNameAsString()))
                            .findFirst())
                .flatMap(VariableDeclarator::getInitializer));
  }

  /** The method of the type around that a call without receiver means, where no other can be. */
  private static Optional<MethodDeclaration> own(MethodCallExpr call) {
    Node at = call;
    while (at != null && !(at instanceof TypeDeclaration<?>)) {
      at = at.getParentNode().orElse(null);
    }
    if (!(at instanceof TypeDeclaration<?> type)) {
      return Optional.empty();
    }
    List<MethodDeclaration> fitting =
        type.getMethodsByName(call.getNameAsString()).stream()
            .filter(m -> m.getParameters().size() == call.getArguments().size())
            .toList();
    return fitting.size() == 1 && isFixed(fitting.get(0))
        ? Optional.of(fitting.get(0))
        : Optional.empty();
  }

  private static boolean isFixed(MethodDeclaration method) {
    return method.isPrivate() || method.isStatic() || method.isFinal();
  }

  /** Without parentheses and casts. */
  static Expression bare(Expression expression) {
    Expression at = expression;
    while (true) {
      if (at.isEnclosedExpr()) {
        at = at.asEnclosedExpr().getInner();
      } else if (at.isCastExpr()) {
        at = at.asCastExpr().getExpression();
      } else {
        return at;
      }
    }
  }

  private Site site(Expression expression) {
    return file.siteOf(expression, FieldUses.nearest(expression, file));
  }
}
