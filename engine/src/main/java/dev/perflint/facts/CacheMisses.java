package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.source.Exits;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Code that only runs when a cache, or a field that is filled on first use, has nothing yet. */
final class CacheMisses {
  private static final Set<String> LOOK_UPS =
      Set.of("get", "getIfPresent", "find", "lookup", "peek");

  /** Utilities that say whether there is something in a field, and whether there is nothing. */
  private static final Set<String> FILLED =
      Set.of("hasLength", "hasText", "isNotBlank", "isNotEmpty", "nonNull");

  private static final Set<String> EMPTY = Set.of("isBlank", "isEmpty", "isNull", "isNullOrEmpty");

  private static final Set<String> PUTS = Set.of("put", "putIfAbsent", "replace", "set");

  /** Methods of caches of all kinds that make what they do not have with the function they get. */
  private static final Set<String> LOADS =
      Set.of("getOrLoad", "getOrCompute", "computeIfAbsent", "getOrCreate");

  /** How many statements before a site may hold the test that answers from the cache. */
  private static final int LOOK_BACK = 8;

  private CacheMisses() {}

  /**
   * {@code x == null} where x is a field, or a local that was just looked up; {@code
   * !cache.containsKey(id)}; {@code x.isEmpty()} where x is a field.
   */
  static boolean isMiss(Expression condition, Scope scope) {
    if (condition instanceof EnclosedExpr enclosed) {
      return isMiss(enclosed.getInner(), scope);
    }
    if (condition instanceof BinaryExpr both && both.getOperator() == BinaryExpr.Operator.AND) {
      return isMiss(both.getLeft(), scope) || isMiss(both.getRight(), scope);
    }
    if (isEmptyField(condition, scope)) {
      return true;
    }
    if (condition instanceof UnaryExpr not
        && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return isMembership(not.getExpression());
    }
    return tested(condition, BinaryExpr.Operator.EQUALS)
        .filter(tested -> isKept(tested, scope))
        .isPresent();
  }

  /**
   * {@code prices.getOrLoad(sku, this::query)}, {@code prices.get(sku, this::query)} where {@code
   * prices} is a field.
   */
  static boolean isLoad(MethodCallExpr call, Node function, Scope scope) {
    int given = call.getArguments().size();
    boolean loads = LOADS.contains(call.getNameAsString()) || call.getNameAsString().equals("get");
    return loads
        && given == 2
        && call.getArgument(1) == function
        && call.getScope().filter(cache -> isField(cache, scope)).isPresent();
  }

  private static boolean isField(Expression owner, Scope scope) {
    return owner.isFieldAccessExpr() && owner.asFieldAccessExpr().getScope().isThisExpr()
        || owner instanceof NameExpr name
            && Character.isLowerCase(name.getNameAsString().charAt(0))
            && scope.local(name.getNameAsString()).isEmpty();
  }

  /** The same of a branch, also where what is there is replaced once it is too old. */
  static boolean isMiss(IfStmt choice, Scope scope) {
    return isMiss(choice.getCondition(), scope)
        || isRenewal(choice.getCondition(), choice, scope)
        || TimeGuards.isDue(choice.getCondition(), choice.getThenStmt(), scope);
  }

  /** The other branch: {@code if (cache.containsKey(id)) … else}. */
  static boolean isElseMiss(IfStmt choice, Scope scope) {
    return choice
        .getElseStmt()
        .filter(otherwise -> isHit(choice.getCondition(), scope, otherwise))
        .isPresent();
  }

  private static boolean isHit(Expression condition, Scope scope, Statement otherwise) {
    if (condition instanceof BinaryExpr both && both.getOperator() == BinaryExpr.Operator.AND) {
      return isHit(both.getRight(), scope, otherwise)
          && tested(both.getLeft(), BinaryExpr.Operator.NOT_EQUALS).isPresent();
    }
    return isMembership(condition)
        || tested(condition, BinaryExpr.Operator.NOT_EQUALS)
            .filter(tested -> isKept(tested, scope) && isSet(tested, otherwise))
            .isPresent();
  }

  /** {@code rates == null || isOld(fetched)} in front of what sets {@code rates}. */
  private static boolean isRenewal(Expression condition, IfStmt choice, Scope scope) {
    return condition instanceof BinaryExpr either
        && either.getOperator() == BinaryExpr.Operator.OR
        && (isRenewal(either.getLeft(), choice, scope)
            || tested(either.getLeft(), BinaryExpr.Operator.EQUALS)
                .filter(tested -> isKept(tested, scope) && isFilled(tested, choice, scope))
                .isPresent());
  }

  private static boolean isFilled(Expression kept, IfStmt choice, Scope scope) {
    return isSet(kept, choice.getThenStmt()) || isPut(kept, choice.getThenStmt(), scope);
  }

  private static boolean isSet(Expression kept, Node branch) {
    return branch
        .findFirst(AssignExpr.class, assign -> assign.getTarget().equals(kept))
        .isPresent();
  }

  /** Whether what a local was looked up in gets another value. */
  private static boolean isPut(Expression kept, Node branch, Scope scope) {
    Expression cache = lookUp(kept, scope).flatMap(MethodCallExpr::getScope).orElse(null);
    return cache != null
        && branch
            .findFirst(
                MethodCallExpr.class,
                call ->
                    PUTS.contains(call.getNameAsString())
                        && call.getScope().filter(cache::equals).isPresent())
            .isPresent();
  }

  /** Whether an earlier statement of a block around returns or goes on when the cache answers. */
  static boolean isBehindHit(Site site) {
    Node at = site.node();
    Node parent = at.getParentNode().orElse(null);
    while (parent != null && !(parent instanceof BodyDeclaration)) {
      if (parent instanceof BlockStmt block && at instanceof Statement here) {
        int index = position(here, block.getStatements());
        int end = block.getStatements().size();
        for (int i = index - 1; i >= Math.max(0, index - LOOK_BACK); i--) {
          if (block.getStatement(i) instanceof IfStmt choice
              && isAnswer(choice, block.getStatements().subList(i + 1, end), site.scope())) {
            return true;
          }
        }
      }
      at = parent;
      parent = at.getParentNode().orElse(null);
    }
    return false;
  }

  private static boolean isAnswer(IfStmt choice, List<Statement> after, Scope scope) {
    return Exits.always(choice.getThenStmt())
        && (isHit(choice.getCondition(), scope)
            || isFreshHit(choice, after, scope)
            || isFilledHit(choice.getCondition(), choice, after, scope)
            || isHolderHit(choice, after, scope)
            || TimeGuards.isEarly(choice.getCondition(), after, scope));
  }

  /**
   * {@code if (price != null && isFresh(price)) return price;} in front of what puts another one in
   * its place.
   */
  private static boolean isFreshHit(IfStmt choice, List<Statement> after, Scope scope) {
    Expression first = choice.getCondition();
    while (first instanceof BinaryExpr both && both.getOperator() == BinaryExpr.Operator.AND) {
      first = both.getLeft();
    }
    return tested(first, BinaryExpr.Operator.NOT_EQUALS)
        .filter(tested -> isKept(tested, scope) && isReturned(tested, choice.getThenStmt()))
        .filter(
            tested ->
                after.stream().anyMatch(next -> isSet(tested, next) || isPut(tested, next, scope)))
        .isPresent();
  }

  /**
   * {@code if (!packages.isEmpty() || isOff()) return packages;} in front of what fills the field
   * and answers with it, too.
   */
  private static boolean isFilledHit(
      Expression condition, IfStmt choice, List<Statement> after, Scope scope) {
    if (condition instanceof BinaryExpr either && either.getOperator() == BinaryExpr.Operator.OR) {
      return isFilledHit(either.getLeft(), choice, after, scope)
          || isFilledHit(either.getRight(), choice, after, scope);
    }
    return filled(condition, scope)
        .filter(kept -> isReturned(kept, choice.getThenStmt()))
        .filter(kept -> after.stream().anyMatch(next -> isReturned(kept, next)))
        .isPresent();
  }

  /** The field of which a condition says that something is in it. */
  private static Optional<Expression> filled(Expression condition, Scope scope) {
    if (condition instanceof UnaryExpr not
        && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      Expression empty = not.getExpression();
      return isEmptyField(empty, scope)
          ? empty.toMethodCallExpr().flatMap(MethodCallExpr::getScope)
          : checked(empty, EMPTY, scope);
    }
    return checked(condition, FILLED, scope)
        .or(
            () ->
                tested(condition, BinaryExpr.Operator.NOT_EQUALS)
                    .filter(tested -> isField(tested, scope)));
  }

  /** The field that a utility such as {@code StringUtils.isNotEmpty(name)} looks at. */
  private static Optional<Expression> checked(
      Expression condition, Set<String> checks, Scope scope) {
    return condition
        .toMethodCallExpr()
        .filter(call -> call.getArguments().size() == 1 && checks.contains(call.getNameAsString()))
        .map(call -> call.getArgument(0))
        .filter(field -> isField(field, scope));
  }

  /**
   * {@code if (context.isFilled()) return context.get();} in front of {@code context.setRoles(x)}:
   * an object of the class's own keeps it.
   */
  private static boolean isHolderHit(IfStmt choice, List<Statement> after, Scope scope) {
    Optional<Expression> holder =
        choice
            .getCondition()
            .toMethodCallExpr()
            .flatMap(MethodCallExpr::getScope)
            .filter(owner -> isField(owner, scope));
    return holder.isPresent()
        && choice
            .getThenStmt()
            .findFirst(ReturnStmt.class)
            .flatMap(ReturnStmt::getExpression)
            .flatMap(Expression::toMethodCallExpr)
            .flatMap(MethodCallExpr::getScope)
            .filter(holder.get()::equals)
            .isPresent()
        && after.stream().anyMatch(next -> isGiven(holder.get(), next));
  }

  private static boolean isGiven(Expression holder, Statement statement) {
    return statement
        .findFirst(
            MethodCallExpr.class,
            call ->
                call.getScope().filter(holder::equals).isPresent()
                    && call.getArguments().isNonEmpty()
                    && PUTS.stream().anyMatch(call.getNameAsString()::startsWith))
        .isPresent();
  }

  private static boolean isReturned(Expression kept, Statement branch) {
    return branch
        .findFirst(
            ReturnStmt.class, given -> given.findFirst(Expression.class, kept::equals).isPresent())
        .isPresent();
  }

  /** Nodes are equal when their texts are; this is the very statement. */
  private static int position(Statement statement, List<Statement> all) {
    int at = all.size() - 1;
    while (at >= 0 && all.get(at) != statement) {
      at--;
    }
    return at;
  }

  private static boolean isHit(Expression condition, Scope scope) {
    return isMembership(condition)
        || tested(condition, BinaryExpr.Operator.NOT_EQUALS)
            .filter(tested -> isKept(tested, scope))
            .isPresent();
  }

  private static boolean isEmptyField(Expression condition, Scope scope) {
    return condition instanceof MethodCallExpr call
        && call.getNameAsString().equals("isEmpty")
        && call.getArguments().isEmpty()
        && call.getScope().filter(owner -> isField(owner, scope)).isPresent();
  }

  private static boolean isMembership(Expression condition) {
    return condition instanceof MethodCallExpr call && call.getNameAsString().equals("containsKey");
  }

  /** What a comparison with null compares. */
  private static Optional<Expression> tested(Expression condition, BinaryExpr.Operator operator) {
    if (!(condition instanceof BinaryExpr test) || test.getOperator() != operator) {
      return Optional.empty();
    }
    if (test.getRight().isNullLiteralExpr()) {
      return Optional.of(test.getLeft());
    }
    return test.getLeft().isNullLiteralExpr() ? Optional.of(test.getRight()) : Optional.empty();
  }

  private static boolean isKept(Expression tested, Scope scope) {
    if (tested.isFieldAccessExpr()) {
      return true;
    }
    if (!(tested instanceof NameExpr name)) {
      return false;
    }
    return scope.local(name.getNameAsString()).isEmpty() || lookUp(tested, scope).isPresent();
  }

  /** The call that a local variable was given its value by. */
  private static Optional<MethodCallExpr> lookUp(Expression local, Scope scope) {
    return local instanceof NameExpr name
        ? ValueOrigins.variable(name, scope)
            .flatMap(VariableDeclarator::getInitializer)
            .flatMap(Expression::toMethodCallExpr)
            .filter(call -> LOOK_UPS.contains(call.getNameAsString()))
        : Optional.empty();
  }
}
