package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import dev.perflint.facts.Calls;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.facts.Variable;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A wait for a task of a pool with so many threads, on one of these threads. */
final class SelfWait {
  private static final int MOST_HOPS = 4;

  /** What gives tasks to the pool that it is called on. */
  private static final Set<String> GIVING =
      Set.of("submit", "execute", "schedule", "invokeAll", "invokeAny");

  /** What gives a task to the pool that comes last. */
  private static final Set<String> ASYNC = Set.of("supplyAsync", "runAsync");

  private static final Set<String> SIZED =
      Set.of(
          "newFixedThreadPool",
          "newSingleThreadExecutor",
          "newScheduledThreadPool",
          "newSingleThreadScheduledExecutor");

  private static final Set<String> QUEUES = Set.of("LinkedBlockingQueue", "ArrayBlockingQueue");

  private SelfWait() {}

  /**
   * The field with the pool that is waited for and waited on; empty if the match is no such wait.
   */
  static Optional<VariableDeclarator> pool(Match match) {
    if (!(match.node() instanceof MethodCallExpr wait)) {
      return Optional.empty();
    }
    Optional<VariableDeclarator> asked =
        GIVING.contains(wait.getNameAsString())
            ? poolGiven(wait, match)
            : wait.getScope().flatMap(future -> poolOf(future, match, 0));
    return asked
        .filter(pool -> isSized(pool, match))
        .filter(pool -> runsOn(pool, match.node(), match, true));
  }

  /** The pool that runs the task behind a future. */
  private static Optional<VariableDeclarator> poolOf(Expression future, Match match, int hops) {
    if (hops > MOST_HOPS) {
      return Optional.empty();
    }
    if (future instanceof MethodCallExpr call) {
      return poolGiven(call, match)
          .or(() -> call.getScope().flatMap(inner -> poolOf(inner, match, hops + 1)));
    }
    if (!(future instanceof NameExpr name)) {
      return Optional.empty();
    }
    Site near = match.file().siteOf(name, match.site());
    Optional<VariableDeclarator> local = ValueOrigins.variable(name, near);
    return local
        .flatMap(VariableDeclarator::getInitializer)
        .flatMap(value -> poolOf(value, match, hops + 1))
        .or(() -> local.flatMap(of -> poolOfElements(of, match, hops)));
  }

  /** Of the futures of a list that the loop around the variable goes over. */
  private static Optional<VariableDeclarator> poolOfElements(
      VariableDeclarator element, Match match, int hops) {
    return element
        .findAncestor(ForEachStmt.class)
        .filter(loop -> loop.getVariable().getVariables().contains(element))
        .map(ForEachStmt::getIterable)
        .filter(NameExpr.class::isInstance)
        .flatMap(
            list ->
                match.callsNamed("add").stream()
                    .map(Site::node)
                    .filter(MethodCallExpr.class::isInstance)
                    .map(MethodCallExpr.class::cast)
                    .filter(add -> add.getScope().filter(list::equals).isPresent())
                    .filter(add -> methodAround(add).equals(methodAround(element)))
                    .flatMap(add -> add.getArguments().stream())
                    .flatMap(value -> poolOf(value, match, hops + 1).stream())
                    .findFirst());
  }

  private static Optional<VariableDeclarator> poolGiven(MethodCallExpr call, Match match) {
    Optional<Expression> pool = Optional.empty();
    if (GIVING.contains(call.getNameAsString())) {
      pool = call.getScope();
    } else if (ASYNC.contains(call.getNameAsString()) && call.getArguments().size() == 2) {
      pool = Optional.of(call.getArgument(1));
    }
    return pool.flatMap(
            named -> Variable.meantBy(named, match.file().siteOf(call, match.site()).scope()))
        .filter(Variable::isField)
        .map(variable -> (VariableDeclarator) variable.declaration());
  }

  /** In a function that the pool is given, or in a method that such a function calls. */
  private static boolean runsOn(
      VariableDeclarator pool, Node node, Match match, boolean followCalls) {
    for (Node at = node; ; at = at.getParentNode().get()) {
      if (at instanceof MethodDeclaration method) {
        return followCalls
            && mentions(method.getNameAsString(), match)
                .anyMatch(mention -> isGivenTo(pool, mention, match));
      }
      if (at.getParentNode().isEmpty()) {
        return false;
      }
      if (at instanceof LambdaExpr task) {
        Optional<MethodCallExpr> to = Calls.callGiven(task);
        if (to.flatMap(call -> poolGiven(call, match)).filter(pool::equals).isPresent()) {
          return true;
        }
        if (to.isEmpty() || isRunLater(to.get(), match)) {
          return false;
        }
      }
    }
  }

  private static boolean isGivenTo(VariableDeclarator pool, Node mention, Match match) {
    boolean own =
        !(mention instanceof MethodCallExpr call)
            || call.getScope().map(Expression::isThisExpr).orElse(true);
    boolean given =
        Calls.callGiven(mention)
            .flatMap(call -> poolGiven(call, match))
            .filter(pool::equals)
            .isPresent();
    return own && (given || runsOn(pool, mention, match, false));
  }

  private static Stream<Node> mentions(String method, Match match) {
    return Stream.concat(match.callsNamed(method).stream(), match.referencesNamed(method).stream())
        .map(Site::node);
  }

  private static boolean isRunLater(MethodCallExpr call, Match match) {
    return !match
        .file()
        .calls()
        .plays(match.file().siteOf(call, match.site()), Roles.RUNS_LATER)
        .isNo();
  }

  /** All that the field is set to has so many threads, and a queue for the rest. */
  private static boolean isSized(VariableDeclarator pool, Match match) {
    List<Expression> values =
        FieldValues.of(pool.getNameAsString(), pool.getInitializer(), match.file());
    return !values.isEmpty() && values.stream().allMatch(SelfWait::makesSized);
  }

  private static boolean makesSized(Expression made) {
    if (made instanceof ObjectCreationExpr own) {
      return own.getType().getNameAsString().equals("ThreadPoolExecutor")
          && own.getArguments().size() > 4
          && own.getArgument(4) instanceof ObjectCreationExpr queue
          && QUEUES.contains(queue.getType().getNameAsString());
    }
    return made instanceof MethodCallExpr call && SIZED.contains(call.getNameAsString());
  }

  private static Optional<MethodDeclaration> methodAround(Node node) {
    return node.findAncestor(MethodDeclaration.class);
  }
}
