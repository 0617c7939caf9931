package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.perflint.facts.Calls;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Streams that start tasks and wait for them element by element. */
final class LazyJoins {
  /** What takes an element on to the next step before the next element comes. */
  private static final Set<String> PASSING =
      Set.of("map", "filter", "peek", "mapToObj", "flatMap", "mapMulti", "takeWhile", "limit");

  private static final Set<String> STARTING = Set.of("map", "mapToObj", "boxed");
  private static final Set<String> JOINING =
      Set.of(
          "map", "forEach", "mapToInt", "mapToLong", "flatMap", "filter", "anyMatch", "allMatch");
  private static final Set<String> PARALLEL = Set.of("parallel", "parallelStream");

  private LazyJoins() {}

  /** The call that starts the task for which the match waits, in the same lazy stream. */
  static Optional<MethodCallExpr> startedBy(Match match) {
    Optional<MethodCallExpr> step =
        function(match).flatMap(Calls::callGiven).filter(LazyJoins::joins);
    Expression at = step.flatMap(MethodCallExpr::getScope).orElse(null);
    MethodCallExpr started = null;
    while (at instanceof MethodCallExpr call) {
      if (PARALLEL.contains(call.getNameAsString())) {
        return Optional.empty();
      }
      if (started == null) {
        started = started(call, match).orElse(null);
        if (started == null && !PASSING.contains(call.getNameAsString())) {
          return Optional.empty();
        }
      }
      at = call.getScope().orElse(null);
    }
    return Optional.ofNullable(started);
  }

  private static boolean joins(MethodCallExpr step) {
    return JOINING.contains(step.getNameAsString());
  }

  /** {@code Future::join}, or {@code f -> f.join()} and what is made of its result. */
  private static Optional<Expression> function(Match match) {
    if (match.node() instanceof MethodReferenceExpr reference) {
      return Optional.of(reference);
    }
    Optional<String> waited =
        Optional.of((MethodCallExpr) match.node())
            .flatMap(MethodCallExpr::getScope)
            .filter(NameExpr.class::isInstance)
            .map(Expression::toString);
    return match
        .node()
        .findAncestor(LambdaExpr.class)
        .filter(lambda -> lambda.getParameters().size() == 1)
        .filter(
            lambda -> waited.filter(lambda.getParameter(0).getNameAsString()::equals).isPresent())
        .map(Expression.class::cast);
  }

  private static Optional<MethodCallExpr> started(MethodCallExpr step, Match match) {
    if (!STARTING.contains(step.getNameAsString()) || step.getArguments().size() != 1) {
      return Optional.empty();
    }
    return result(step.getArgument(0)).filter(call -> starts(call, match));
  }

  private static Optional<MethodCallExpr> result(Expression function) {
    return function instanceof LambdaExpr lambda
            && lambda.getBody() instanceof ExpressionStmt body
            && body.getExpression() instanceof MethodCallExpr call
        ? Optional.of(call)
        : Optional.empty();
  }

  private static boolean starts(MethodCallExpr result, Match match) {
    for (Node link = result;
        link instanceof MethodCallExpr call;
        link = call.getScope().<Node>map(scope -> scope).orElse(null)) {
      Site site = match.file().siteOf(call, match.site());
      boolean started =
          List.of("submit", "supplyAsync", "runAsync").contains(call.getNameAsString())
              && match.file().calls().plays(site, Roles.RUNS_LATER).mayBeReported();
      if (started || match.file().calls().plays(site, Roles.STARTS_REMOTE).mayBeReported()) {
        return true;
      }
    }
    return false;
  }
}
