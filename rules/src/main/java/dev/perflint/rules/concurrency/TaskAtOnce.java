package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.facts.CodeAround;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.facts.Variable;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A task that is started and waited for with nothing in between. */
final class TaskAtOnce {
  private static final Set<String> STARTING = Set.of("submit", "supplyAsync", "runAsync");

  /** What starts work that may go on beside the task. */
  private static final Set<String> BESIDE =
      Set.of("submit", "supplyAsync", "runAsync", "execute", "start", "schedule", "sendAsync");

  /** What adds a step behind the task, and neither a limit nor another task. */
  private static final Set<String> PASSING =
      Set.of(
          "thenApply",
          "thenAccept",
          "thenRun",
          "thenApplyAsync",
          "thenAcceptAsync",
          "thenRunAsync",
          "handle",
          "whenComplete",
          "exceptionally",
          "toCompletableFuture");

  private static final Set<String> OF_SEVERAL_THREADS =
      Set.of("newCachedThreadPool", "newVirtualThreadPerTaskExecutor", "newThreadPerTaskExecutor");

  private TaskAtOnce() {}

  /** The call that starts the task for which the match waits, if nothing stands in between. */
  static Optional<MethodCallExpr> of(Match match) {
    if (!(match.node() instanceof MethodCallExpr wait)) {
      return Optional.empty();
    }
    return wait.getScope()
        .flatMap(
            future ->
                future instanceof NameExpr name
                    ? fromStatementBefore(name, wait, match)
                    : started(future, match));
  }

  private static Optional<MethodCallExpr> started(Expression future, Match match) {
    Expression at = future;
    while (at instanceof MethodCallExpr call) {
      if (STARTING.contains(call.getNameAsString())) {
        return Optional.of(call).filter(start -> runsLater(start, match));
      }
      if (!PASSING.contains(call.getNameAsString())) {
        return Optional.empty();
      }
      at = call.getScope().orElse(null);
    }
    return Optional.empty();
  }

  private static boolean runsLater(MethodCallExpr start, Match match) {
    return match
        .file()
        .calls()
        .plays(match.file().siteOf(start, match.site()), Roles.RUNS_LATER)
        .mayBeReported();
  }

  private static Optional<MethodCallExpr> fromStatementBefore(
      NameExpr future, MethodCallExpr wait, Match match) {
    return ValueOrigins.variable(future, match.site())
        .filter(variable -> comesFirst(wait, future, match))
        .flatMap(variable -> statementBefore(wait).flatMap(before -> valueGiven(variable, before)))
        .flatMap(value -> started(value, match));
  }

  /** No other call of its statement runs before it. */
  private static boolean comesFirst(MethodCallExpr wait, NameExpr future, Match match) {
    return wait.findAncestor(Statement.class)
        .map(around -> around.findAll(MethodCallExpr.class))
        .filter(calls -> calls.stream().allMatch(call -> isAround(call, future, match)))
        .isPresent();
  }

  private static boolean isAround(MethodCallExpr call, NameExpr future, Match match) {
    return call.isAncestorOf(future) || isBefore(future, call, match);
  }

  private static boolean isBefore(Node first, Node later, Match match) {
    return match.file().unit().region(first).compareTo(match.file().unit().region(later)) < 0;
  }

  /** Of the first statement of a {@code try} it is the one before that. */
  private static Optional<Statement> statementBefore(Node wait) {
    Optional<Statement> own = wait.findAncestor(Statement.class);
    while (own.isPresent() && own.get().getParentNode().orElse(null) instanceof BlockStmt block) {
      int index = indexOf(own.get(), block.getStatements());
      if (index > 0) {
        return Optional.of(block.getStatement(index - 1));
      }
      own =
          block
              .getParentNode()
              .filter(TryStmt.class::isInstance)
              .map(TryStmt.class::cast)
              .filter(tried -> tried.getTryBlock() == block && tried.getResources().isEmpty())
              .map(Statement.class::cast);
    }
    return Optional.empty();
  }

  private static int indexOf(Statement statement, NodeList<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i) == statement) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Expression> valueGiven(VariableDeclarator variable, Statement before) {
    if (!(before instanceof ExpressionStmt statement)) {
      return Optional.empty();
    }
    if (statement.getExpression().isVariableDeclarationExpr()) {
      return statement.getExpression().asVariableDeclarationExpr().getVariables().size() == 1
              && variable.getParentNode().orElse(null) == statement.getExpression()
          ? variable.getInitializer()
          : Optional.empty();
    }
    return Optional.of(statement.getExpression())
        .filter(AssignExpr.class::isInstance)
        .map(AssignExpr.class::cast)
        .filter(assign -> assign.getTarget() instanceof NameExpr)
        .filter(assign -> assign.getTarget().toString().equals(variable.getNameAsString()))
        .map(AssignExpr::getValue);
  }

  /**
   * The common pool, or a pool that this file makes with more threads than one. What is handed in
   * may have a single thread, which then is what keeps the task apart from others.
   */
  static boolean runsOnAnyThread(Match match) {
    return of(match).filter(start -> isOnAnyThread(start, match)).isPresent();
  }

  private static boolean isOnAnyThread(MethodCallExpr start, Match match) {
    if (start.getNameAsString().equals("submit")) {
      return start.getScope().filter(pool -> hasSeveralThreads(pool, match)).isPresent();
    }
    return start.getArguments().size() == 1 || hasSeveralThreads(start.getArgument(1), match);
  }

  private static boolean hasSeveralThreads(Expression pool, Match match) {
    Optional<Variable> field =
        Variable.meantBy(pool, match.site().scope()).filter(Variable::isField);
    if (field.isEmpty()) {
      return false;
    }
    List<Expression> values =
        FieldValues.of(field.get().name(), field.get().initializer(), match.file());
    return !values.isEmpty() && values.stream().allMatch(TaskAtOnce::makesSeveralThreads);
  }

  private static boolean makesSeveralThreads(Expression made) {
    if (made instanceof ObjectCreationExpr own) {
      return own.getType().getNameAsString().equals("ThreadPoolExecutor")
          && own.getArguments().size() > 4
          && !isOne(own.getArgument(0));
    }
    return made instanceof MethodCallExpr call
        && (OF_SEVERAL_THREADS.contains(call.getNameAsString())
            || call.getNameAsString().equals("newFixedThreadPool") && !isOne(call.getArgument(0)));
  }

  private static boolean isOne(Expression size) {
    return size.toString().equals("1");
  }

  /** Earlier ones of the method may still run, unless it has waited for them as well. */
  static boolean isOneOfSeveral(Match match) {
    return of(match).filter(own -> isBesideOthers(own, match)).isPresent();
  }

  private static boolean isBesideOthers(MethodCallExpr own, Match match) {
    Node body = CodeAround.of(match.node());
    return BESIDE.stream()
        .flatMap(name -> match.callsNamed(name).stream())
        .map(Site::node)
        .filter(call -> call != own && CodeAround.of(call) == body)
        .filter(call -> isBefore(call, own, match))
        .anyMatch(call -> !isWaitedFor((MethodCallExpr) call));
  }

  /** In the same chain of calls; what a variable holds may be waited for anywhere. */
  private static boolean isWaitedFor(MethodCallExpr start) {
    Node at = start;
    while (at.getParentNode().orElse(null) instanceof MethodCallExpr next
        && next.getScope().orElse(null) == at) {
      at = next;
      if (Set.of("get", "join").contains(next.getNameAsString())) {
        return true;
      }
    }
    return false;
  }

  /** A task that does nothing shows that those before it have ended. */
  static boolean isEmpty(Match match) {
    return of(match)
        .flatMap(start -> start.getArguments().getFirst())
        .filter(
            task ->
                task instanceof LambdaExpr lambda
                    && lambda.getBody() instanceof BlockStmt body
                    && body.getStatements().isEmpty())
        .isPresent();
  }
}
