package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a value comes from something that is made for one call and lives no longer: it is built
 * in the chain that leads to it, in a variable of the method, in a method that gives it, by those
 * who hand it to a private method, or it stands in a field that is made anew.
 */
public final class MadeForCall {
  private static final int MOST_STEPS = 16;
  private static final String BUILD = "build";

  private final FileContext file;
  private final PrivateCalls privateCalls;
  private final Predicate<Expression> makes;

  /**
   * A reader of one file.
   *
   * @param makes whether a call or creation makes such a thing
   */
  public MadeForCall(FileContext file, Predicate<Expression> makes) {
    this.file = file;
    this.privateCalls = new PrivateCalls(file);
    this.makes = makes;
  }

  /** Whether what a value comes from is made for the call. */
  public boolean isSo(Expression value) {
    return isSo(value, 0);
  }

  private boolean isSo(Expression value, int steps) {
    Expression at = TimeLimits.bare(value);
    if (steps > MOST_STEPS) {
      return false;
    }
    if (at instanceof ObjectCreationExpr) {
      return makes.test(at);
    }
    if (at instanceof MethodCallExpr call) {
      return makes.test(call)
          || isBuilt(call)
          || (isOwn(call) ? given(call, steps) : on(call, steps));
    }
    if (at instanceof NameExpr name) {
      Optional<VariableDeclarator> local = Lifetimes.local(name);
      if (local.isPresent()) {
        return local.get().getInitializer().filter(init -> isSo(init, steps + 1)).isPresent();
      }
      Optional<Parameter> parameter = parameter(name);
      if (parameter.isPresent()) {
        List<Expression> given = privateCalls.given(parameter.get());
        return !given.isEmpty() && given.stream().allMatch(one -> isSo(one, steps + 1));
      }
    }
    return isMadeAnew(at, steps);
  }

  /** By a builder that only the project's own factory knows; one that is derived shares a pool. */
  private static boolean isBuilt(MethodCallExpr call) {
    return call.getNameAsString().equals(BUILD)
        && call.getArguments().isEmpty()
        && call.getScope()
            .map(TimeLimits::root)
            .filter(root -> root instanceof MethodCallExpr || isTypeName(root))
            .isPresent();
  }

  private static boolean isTypeName(Expression root) {
    return root instanceof NameExpr name
        && Character.isUpperCase(name.getNameAsString().charAt(0))
        && !MemberNames.isConstant(name.getNameAsString());
  }

  private static boolean isOwn(MethodCallExpr call) {
    return PrivateCalls.declaredHere(call).isPresent();
  }

  /** What a method of the type returns. */
  private boolean given(MethodCallExpr call, int steps) {
    List<ReturnStmt> returns =
        PrivateCalls.declaredHere(call).orElseThrow().findAll(ReturnStmt.class);
    return !returns.isEmpty()
        && returns.stream()
            .allMatch(
                given -> given.getExpression().filter(value -> isSo(value, steps + 2)).isPresent());
  }

  private boolean on(MethodCallExpr call, int steps) {
    return call.getScope().filter(scope -> isSo(scope, steps + 1)).isPresent();
  }

  private static Optional<Parameter> parameter(NameExpr name) {
    return PrivateCalls.memberAround(name)
        .filter(CallableDeclaration.class::isInstance)
        .flatMap(
            member -> ((CallableDeclaration<?>) member).getParameterByName(name.getNameAsString()));
  }

  /**
   * A field that a method closes and makes anew, or that is made anew on the way to the place; one
   * that is only made where there is none yet stays.
   */
  private boolean isMadeAnew(Expression read, int steps) {
    Site near = FieldUses.nearest(read, file);
    Optional<String> key = FieldKeys.of(read, near, file);
    boolean mayChange =
        key.flatMap(found -> FieldUses.declaration(found, near.frame(), file))
            .filter(field -> !field.isFinal())
            .isPresent();
    return mayChange
        && FieldUses.written(key.get(), file).stream()
            .filter(value -> TimeLimits.isMade(value) && isSo(value, steps + 1))
            .anyMatch(made -> isAnother(made, read));
  }

  private static boolean isAnother(Expression made, Expression read) {
    Optional<MethodDeclaration> maker = made.findAncestor(MethodDeclaration.class);
    return maker.isPresent() && (closes(maker.get(), read) || leadsTo(maker.get(), made, read));
  }

  private static boolean closes(MethodDeclaration maker, Expression field) {
    return maker.findAll(MethodCallExpr.class).stream()
        .filter(call -> Lifetimes.CLOSERS.contains(call.getNameAsString()))
        .anyMatch(call -> call.getScope().filter(field::equals).isPresent());
  }

  /** The method around the place makes it before that, or calls what does. */
  private static boolean leadsTo(MethodDeclaration maker, Expression made, Expression read) {
    Optional<Node> around = PrivateCalls.memberAround(read);
    if (around.isEmpty() || asksFor(read, maker) || asksFor(read, around.get())) {
      return false;
    }
    return around.get() == maker
        ? isBefore(made, read)
        : around.get().findAll(MethodCallExpr.class).stream()
            .filter(call -> PrivateCalls.declaredHere(call).filter(m -> m == maker).isPresent())
            .anyMatch(call -> isBefore(call, read));
  }

  /** {@code if (client == null)}: it may stay. */
  private static boolean asksFor(Expression field, Node member) {
    return member.findAll(BinaryExpr.class).stream()
        .anyMatch(test -> test.getRight().isNullLiteralExpr() && test.getLeft().equals(field));
  }

  private static boolean isBefore(Node first, Node second) {
    return Node.NODE_BY_BEGIN_POSITION.compare(first, second) < 0;
  }
}
