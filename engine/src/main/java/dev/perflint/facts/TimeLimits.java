package dev.perflint.facts;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
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
import java.util.Locale;
import java.util.Optional;

/**
 * Whether what is made somewhere was given a limit on how long it waits: in the chain that builds
 * it, by a setter, or by a part that it is given. NO where the whole way is seen and nothing on it
 * sets one, SURE where something does, UNKNOWN where something may that this file does not show.
 */
public final class TimeLimits {
  static final int MOST_STEPS = 12;

  /** The kind of what only counts as a part of something else. */
  public static final String PART = "part";

  private final FileContext file;
  private final LimitValues values;

  private TimeLimits(FileContext file) {
    this.file = file;
    this.values = new LimitValues(file, this);
  }

  /** The one of this file. */
  public static TimeLimits of(FileContext file) {
    return file.once(TimeLimits.class, TimeLimits::new);
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
    return later(handled, 0);
  }

  Certainty later(Handling handled, int steps) {
    Certainty limited = handled.lost() ? Certainty.UNKNOWN : Certainty.NO;
    for (Expression call : handled.on()) {
      limited = limited.or(set(call, steps + 1));
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
  Certainty built(Expression end, int steps) {
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
    boolean unseen = handled.leaves() || isReplaced(variable);
    return start.or(later(handled, steps)).or(unseen ? Certainty.UNKNOWN : Certainty.NO);
  }

  /** Something else is assigned to it, and not what a call on itself gives back. */
  boolean isReplaced(VariableDeclarator variable) {
    return file.lifetimes().uses(variable).stream()
        .anyMatch(
            use ->
                use.getParentNode().orElse(null) instanceof AssignExpr assign
                    && assign.getTarget() == use
                    && !(root(assign.getValue()) instanceof NameExpr name
                        && name.getNameAsString().equals(variable.getNameAsString())));
  }

  /** Where a chain of calls starts. */
  static Expression root(Expression chain) {
    Expression at = bare(chain);
    while (at instanceof MethodCallExpr call && call.getScope().isPresent()) {
      at = bare(call.getScope().get());
    }
    return at;
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
    Optional<MethodDeclaration> maker = FixedCalls.target(call);
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
    if (arguments.isEmpty()) {
      return Certainty.SURE;
    }
    if (Calls.nameOf(call).equals("property") && arguments.size() == 2) {
      return isAboutTime(arguments.get(0)) ? values.of(arguments.get(1), steps) : Certainty.NO;
    }
    return values.of(arguments.get(0), steps);
  }

  /**
   * Whether the name of a property may be that of a limit: {@code ClientProperties.READ_TIMEOUT}
   * and {@code "http.receive.timeout"} are, {@code ClientProperties.PROXY_URI} is not. A name that
   * the code does not show may be anything.
   */
  private static boolean isAboutTime(Expression name) {
    boolean shown =
        name.isStringLiteralExpr()
            || name instanceof FieldAccessExpr constant
                && MemberNames.isConstant(constant.getNameAsString())
            || name instanceof NameExpr constant
                && MemberNames.isConstant(constant.getNameAsString());
    return !shown || name.toString().toLowerCase(Locale.ROOT).contains("timeout");
  }

  /** Whether a value is a limit or may bring one. */
  public Certainty value(Expression argument) {
    return values.of(argument, 0);
  }

  static boolean isMade(Expression value) {
    return value instanceof MethodCallExpr || value instanceof ObjectCreationExpr;
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

  Site site(Expression expression) {
    return file.siteOf(expression, FieldUses.nearest(expression, file));
  }
}
