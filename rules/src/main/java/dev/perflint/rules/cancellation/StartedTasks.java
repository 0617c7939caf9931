package dev.perflint.rules.cancellation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
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
import dev.perflint.source.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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

  /**
   * A handler or {@code finally} of the method stops what the task works on, or its pool; or a
   * {@code try} around the wait, or around all calls of a private method, closes what it reads.
   */
  static boolean isStopped(Match match) {
    if (isClosed(match)) {
      return true;
    }
    return MethodRoles.callable(match.site().frame()).stream()
        .flatMap(method -> method.findAll(MethodCallExpr.class).stream())
        .anyMatch(call -> stops(call) && isInCleanUp(call));
  }

  private static boolean isClosed(Match match) {
    Optional<MethodCallExpr> start = startedBy(match);
    if (start.isEmpty()) {
      return false;
    }
    Set<String> used = new HashSet<>();
    for (Expression task : start.get().getArguments()) {
      task.walk(NameExpr.class, name -> used.add(name.getNameAsString()));
    }
    return isResource(match.node(), used::contains)
        || match
            .node()
            .findAncestor(MethodDeclaration.class)
            .filter(MethodDeclaration::isPrivate)
            .filter(method -> isClosedByCallers(method, used, match))
            .isPresent();
  }

  private static boolean isClosedByCallers(
      MethodDeclaration method, Set<String> used, Match match) {
    List<MethodCallExpr> calls = new ArrayList<>();
    for (Site site : match.callsNamed(method.getNameAsString())) {
      calls.add(site.as(MethodCallExpr.class));
    }
    for (int i = 0; i < method.getParameters().size(); i++) {
      int at = i;
      if (used.contains(method.getParameter(i).getNameAsString())
          && !calls.isEmpty()
          && calls.stream()
              .allMatch(
                  call ->
                      at < call.getArguments().size()
                          && isResource(call, call.getArgument(at).toString()::equals))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a {@code try} around a node closes a variable of that name. */
  private static boolean isResource(Node node, Predicate<String> named) {
    for (Node at = node;
        at != null && !(at instanceof BodyDeclaration<?>);
        at = at.getParentNode().orElse(null)) {
      if (at instanceof TryStmt tried
          && tried.getResources().stream()
              .flatMap(resource -> resource.findAll(VariableDeclarator.class).stream())
              .anyMatch(held -> named.test(held.getNameAsString()))) {
        return true;
      }
    }
    return false;
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
