package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.source.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Branches that are taken once in a period: {@code if (now - fetched > WEEK)} in front of what sets
 * the field {@code fetched} to the time, or what {@code token.getFetched()} gives.
 */
final class TimeGuards {
  private static final Set<String> CLOCKS =
      Set.of("currentTimeMillis", "nanoTime", "now", "millis", "instant", "nanos");

  private static final Set<String> COMPARES = Set.of("isBefore", "isAfter", "before", "after");
  private static final Set<String> SETS = Set.of("set", "lazySet", "compareAndSet", "getAndSet");

  private static final Set<BinaryExpr.Operator> ORDERS =
      Set.of(
          BinaryExpr.Operator.LESS,
          BinaryExpr.Operator.LESS_EQUALS,
          BinaryExpr.Operator.GREATER,
          BinaryExpr.Operator.GREATER_EQUALS);

  private final Scope scope;

  private TimeGuards(Scope scope) {
    this.scope = scope;
  }

  /** Whether a condition says that a period is over, and what it guards begins the next. */
  static boolean isDue(Expression condition, Statement branch, Scope scope) {
    return new TimeGuards(scope).tests(condition, true, List.of(branch));
  }

  /** The other way round: {@code if (now - fetched < WEEK) return;} in front of those. */
  static boolean isEarly(Expression condition, List<Statement> after, Scope scope) {
    return new TimeGuards(scope).tests(condition, false, after);
  }

  private boolean tests(Expression condition, boolean over, List<Statement> guarded) {
    Expression test = bare(condition);
    if (test instanceof BinaryExpr both && both.getOperator() == joining(over)) {
      return tests(both.getLeft(), over, guarded) || tests(both.getRight(), over, guarded);
    }
    if (test instanceof UnaryExpr not
        && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return tests(not.getExpression(), !over, guarded);
    }
    test = initializer(test).map(TimeGuards::bare).orElse(test);
    return isComparison(test) && isOver(test) == over && hasTime(test) && isRenewed(test, guarded);
  }

  /** A period is over if one of several tests holds that all have to; else if none does. */
  private static BinaryExpr.Operator joining(boolean over) {
    return over ? BinaryExpr.Operator.AND : BinaryExpr.Operator.OR;
  }

  private static boolean isComparison(Expression test) {
    return test instanceof BinaryExpr order && ORDERS.contains(order.getOperator())
        || test instanceof MethodCallExpr call
            && COMPARES.contains(call.getNameAsString())
            && call.getScope().isPresent()
            && call.getArguments().size() == 1;
  }

  /** Whether a comparison holds later on: the time is on the side of what is greater. */
  private boolean isOver(Expression comparison) {
    if (comparison instanceof MethodCallExpr call) {
      boolean later = call.getNameAsString().toLowerCase(Locale.ROOT).endsWith("after");
      return hasTime(call.getScope().get()) == later;
    }
    BinaryExpr order = (BinaryExpr) comparison;
    boolean greater =
        order.getOperator() == BinaryExpr.Operator.GREATER
            || order.getOperator() == BinaryExpr.Operator.GREATER_EQUALS;
    boolean left = hasTime(order.getLeft());
    return (left == greater) != isTakenOff(left ? order.getLeft() : order.getRight());
  }

  /** {@code next - now}. */
  private boolean isTakenOff(Expression side) {
    return bare(side) instanceof BinaryExpr minus
        && minus.getOperator() == BinaryExpr.Operator.MINUS
        && hasTime(minus.getRight())
        && !hasTime(minus.getLeft());
  }

  private boolean isRenewed(Expression test, List<Statement> guarded) {
    Set<String> fields = new HashSet<>();
    addFields(test, fields);
    return !fields.isEmpty()
        && guarded.stream()
            .anyMatch(
                statement ->
                    statement
                        .findFirst(Expression.class, set -> isRenewal(set, fields))
                        .isPresent());
  }

  /** {@code fetched = now}, {@code fetched.set(now)}, {@code token.setFetched(now)}. */
  private boolean isRenewal(Expression set, Set<String> fields) {
    if (set instanceof AssignExpr assign) {
      return isOneOf(assign.getTarget(), fields) && hasTime(assign.getValue());
    }
    if (!(set instanceof MethodCallExpr call)
        || call.getArguments().stream().noneMatch(this::hasTime)) {
      return false;
    }
    return SETS.contains(call.getNameAsString())
        ? call.getScope().filter(field -> isOneOf(field, fields)).isPresent()
        : property(call, "set").filter(fields::contains).isPresent();
  }

  /** {@code token.fetched} for {@code token.getFetched()} and for {@code token.setFetched(x)}. */
  private static Optional<String> property(MethodCallExpr call, String verb) {
    String name = call.getNameAsString();
    return name.startsWith(verb) && call.getScope().filter(Expression::isNameExpr).isPresent()
        ? Optional.of(call.getScope().get() + "." + name.substring(verb.length()))
        : Optional.empty();
  }

  private boolean isOneOf(Expression field, Set<String> fields) {
    return fieldName(field).filter(fields::contains).isPresent();
  }

  /** Of what is compared, also by way of a local variable. */
  private void addFields(Expression test, Set<String> into) {
    test.walk(
        Expression.class,
        part -> {
          fieldName(part).ifPresent(into::add);
          initializer(part)
              .ifPresent(
                  value ->
                      value.walk(Expression.class, inner -> fieldName(inner).ifPresent(into::add)));
        });
  }

  private Optional<String> fieldName(Expression part) {
    if (part instanceof FieldAccessExpr access && access.getScope().isThisExpr()) {
      return Optional.of(access.getNameAsString());
    }
    if (part instanceof MethodCallExpr call && call.getArguments().isEmpty()) {
      return property(call, "get");
    }
    return part instanceof NameExpr name && scope.local(name.getNameAsString()).isEmpty()
        ? Optional.of(name.getNameAsString())
        : Optional.empty();
  }

  private boolean hasTime(Expression in) {
    return mentions(in, this::isTime);
  }

  private boolean isTime(Expression part) {
    return readsClock(part) || initializer(part).filter(this::isOfTime).isPresent();
  }

  /** Of a local {@code now}, and of an {@code age} that is counted from it. */
  private boolean isOfTime(Expression value) {
    return mentions(
        value,
        part ->
            readsClock(part)
                || initializer(part)
                    .filter(inner -> mentions(inner, TimeGuards::readsClock))
                    .isPresent());
  }

  private static boolean readsClock(Expression part) {
    return part instanceof MethodCallExpr call && CLOCKS.contains(call.getNameAsString())
        || part instanceof ObjectCreationExpr made
            && made.getArguments().isEmpty()
            && made.getType().getNameAsString().equals("Date");
  }

  /** What a local variable is given where it is declared. */
  private Optional<Expression> initializer(Expression part) {
    return part instanceof NameExpr name
        ? ValueOrigins.variable(name, scope).flatMap(VariableDeclarator::getInitializer)
        : Optional.empty();
  }

  private static Expression bare(Expression condition) {
    Expression at = condition;
    while (at instanceof EnclosedExpr enclosed) {
      at = enclosed.getInner();
    }
    return at;
  }

  private static boolean mentions(Node in, Predicate<Expression> what) {
    return in.findFirst(Expression.class, what).isPresent();
  }
}
