package dev.perflint.rules.cancellation;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.facts.MethodRoles;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.facts.Variable;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a method hands to another thread and then waits for. */
final class StartedTasks {
  private static final Set<String> STARTING = Set.of("submit", "supplyAsync", "runAsync");

  /** What a future is asked without being stopped or given to anybody. */
  private static final Set<String> ASKING =
      Set.of("get", "getNow", "isDone", "isCancelled", "join", "resultNow", "state");

  /** In the names of calls that end a task or what it works on. */
  private static final List<String> STOPPING =
      List.of("cancel", "interrupt", "shutdownnow", "abort", "kill", "destroy", "stop", "close");

  private StartedTasks() {}

  /** The call that starts the task whose future the match waits for. */
  static Optional<MethodCallExpr> startedBy(Match match) {
    Optional<Expression> receiver =
        match.node() instanceof MethodCallExpr get ? get.getScope() : Optional.empty();
    if (receiver.isPresent() && receiver.get() instanceof NameExpr name) {
      return ValueOrigins.variable(name, match.site())
          .flatMap(variable -> startedFor(variable, match));
    }
    return receiver.filter(value -> starts(value, match)).map(Expression::asMethodCallExpr);
  }

  /** What the variable is given, if it is given nothing else. */
  private static Optional<MethodCallExpr> startedFor(VariableDeclarator variable, Match match) {
    List<Expression> values = new ArrayList<>();
    variable.getInitializer().filter(init -> !init.isNullLiteralExpr()).ifPresent(values::add);
    for (NameExpr use : match.file().lifetimes().uses(variable)) {
      if (Variable.isTarget(use) && use.getParentNode().orElse(null) instanceof AssignExpr set) {
        values.add(set.getValue());
      }
    }
    return values.stream().allMatch(value -> starts(value, match))
        ? values.stream().findFirst().map(Expression::asMethodCallExpr)
        : Optional.empty();
  }

  private static boolean starts(Expression value, Match match) {
    return value instanceof MethodCallExpr call
        && STARTING.contains(call.getNameAsString())
        && match
            .file()
            .calls()
            .plays(match.file().siteOf(call, match.site()), Roles.RUNS_LATER)
            .mayBeReported();
  }

  /** The future is asked here only: nobody cancels it, and nobody is given it who could. */
  static boolean isForgotten(Match match) {
    if (!(((MethodCallExpr) match.node()).getScope().orElse(null) instanceof NameExpr name)) {
      return true;
    }
    return ValueOrigins.variable(name, match.site()).stream()
        .flatMap(variable -> match.file().lifetimes().uses(variable).stream())
        .allMatch(use -> Variable.isTarget(use) || isAsked(use));
  }

  private static boolean isAsked(NameExpr use) {
    return use.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getScope().filter(scope -> scope == use).isPresent()
        && ASKING.contains(call.getNameAsString());
  }

  /** A handler or {@code finally} of the method stops what the task works on, or its pool. */
  static boolean isStopped(Match match) {
    return MethodRoles.callable(match.site().frame()).stream()
        .flatMap(method -> method.findAll(MethodCallExpr.class).stream())
        .anyMatch(call -> stops(call) && isInCleanUp(call));
  }

  /** That a thread restores its own interrupt stops nobody else. */
  private static boolean stops(MethodCallExpr call) {
    String name = call.getNameAsString().toLowerCase(Locale.ROOT);
    return STOPPING.stream().anyMatch(name::contains)
        && call.getScope()
            .filter(scope -> scope.toString().equals("Thread.currentThread()"))
            .isEmpty();
  }

  private static boolean isInCleanUp(MethodCallExpr call) {
    return call.findAncestor(CatchClause.class).isPresent()
        || call.findAncestor(
                TryStmt.class,
                tried ->
                    tried.getFinallyBlock().filter(last -> last.isAncestorOf(call)).isPresent())
            .isPresent();
  }
}
