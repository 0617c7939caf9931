package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.facts.Annotations;
import dev.perflint.facts.NameIndex;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;
import dev.perflint.source.Scope;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A loop that does nothing but wait until a field of its own class has another value.
 *
 * @param condition what must become false
 * @param field what the condition reads, which the file changes elsewhere
 */
record PollingLoop(Expression condition, String field) {
  private static final Set<String> PAUSES = Set.of("sleep", "yield", "onSpinWait", "parkNanos");

  private static final Set<String> LOGGERS = Set.of("log", "logger");

  /** What reads without a change, and without a long way. */
  private static final Set<String> READS =
      Set.of(
          "get",
          "getAcquire",
          "getPlain",
          "intValue",
          "isEmpty",
          "size",
          "contains",
          "containsKey",
          "currentTimeMillis",
          "nanoTime",
          "isInterrupted",
          "interrupted",
          "currentThread");

  private static final Set<String> CHANGES =
      Set.of(
          "set",
          "lazySet",
          "setRelease",
          "getAndSet",
          "compareAndSet",
          "incrementAndGet",
          "decrementAndGet",
          "getAndIncrement",
          "getAndDecrement",
          "addAndGet",
          "updateAndGet",
          "add",
          "addAll",
          "offer",
          "poll",
          "take",
          "put",
          "remove",
          "removeIf",
          "clear");

  /** The loop around a pause, if it is one. */
  static Optional<PollingLoop> around(Match match) {
    Optional<Node> loop = match.site().frame().nearestInBody(Frame.Kind.LOOP).map(Frame::node);
    Optional<Expression> condition = loop.flatMap(PollingLoop::condition);
    if (condition.isEmpty()
        || !body(loop.get()).filter(PollingLoop::onlyWaits).isPresent()
        || !onlyReads(condition.get())) {
      return Optional.empty();
    }
    return condition.get().findAll(Expression.class).stream()
        .flatMap(read -> field(read, match.site().scope()).stream())
        .filter(field -> isChanged(field, loop.get(), match))
        .filter(field -> !isTold(field, match))
        .map(field -> new PollingLoop(condition.get(), field.getNameAsString()))
        .findFirst();
  }

  /** Who waits is no guess: the class does so itself, or some interface has others ask for it. */
  static boolean isAskedFor(Match match) {
    Optional<MethodDeclaration> method = match.node().findAncestor(MethodDeclaration.class);
    return method.isEmpty()
        || !method.get().isPublic()
        || Annotations.sayOverride(method.get())
        || !match.callsNamed(method.get().getNameAsString()).isEmpty()
        || !match.referencesNamed(method.get().getNameAsString()).isEmpty();
  }

  private static Optional<Expression> condition(Node loop) {
    if (loop instanceof WhileStmt repeat) {
      return Optional.of(repeat.getCondition());
    }
    if (loop instanceof DoStmt repeat) {
      return Optional.of(repeat.getCondition());
    }
    return loop instanceof ForStmt counted ? counted.getCompare() : Optional.empty();
  }

  private static Optional<Statement> body(Node loop) {
    if (loop instanceof WhileStmt repeat) {
      return Optional.of(repeat.getBody());
    }
    if (loop instanceof DoStmt repeat) {
      return Optional.of(repeat.getBody());
    }
    return loop instanceof ForStmt counted ? Optional.of(counted.getBody()) : Optional.empty();
  }

  private static boolean onlyWaits(Statement statement) {
    if (statement instanceof BlockStmt block) {
      return block.getStatements().stream().allMatch(PollingLoop::onlyWaits);
    }
    if (statement instanceof TryStmt tried) {
      return tried.getResources().isEmpty() && onlyWaits(tried.getTryBlock());
    }
    if (statement instanceof IfStmt choice) {
      return onlyWaits(choice.getThenStmt())
          && choice.getElseStmt().map(PollingLoop::onlyWaits).orElse(true);
    }
    if (statement instanceof ExpressionStmt run) {
      return waitsOrTells(run.getExpression());
    }
    if (statement instanceof ReturnStmt answer) {
      return answer.getExpression().map(PollingLoop::onlyReads).orElse(true);
    }
    return statement.isBreakStmt()
        || statement.isContinueStmt()
        || statement.isThrowStmt()
        || statement.isEmptyStmt();
  }

  private static boolean waitsOrTells(Expression run) {
    if (run instanceof UnaryExpr) {
      return true;
    }
    return run instanceof MethodCallExpr call
        && (PAUSES.contains(call.getNameAsString())
            || call.getScope()
                .filter(scope -> LOGGERS.contains(scope.toString().toLowerCase(Locale.ROOT)))
                .isPresent());
  }

  private static boolean onlyReads(Expression expression) {
    return expression.findAll(MethodCallExpr.class).stream().allMatch(PollingLoop::reads);
  }

  private static boolean reads(MethodCallExpr call) {
    return READS.contains(call.getNameAsString());
  }

  private static Optional<VariableDeclarator> field(Expression read, Scope scope) {
    return Variable.meantBy(read, scope)
        .filter(Variable::isField)
        .map(variable -> (VariableDeclarator) variable.declaration());
  }

  /** Elsewhere in the file, where the change could be told to whoever waits. */
  private static boolean isChanged(VariableDeclarator field, Node loop, Match match) {
    return NameIndex.of(match.file()).uses(field.getNameAsString()).stream()
        .anyMatch(use -> changes(use) && isElsewhere(use, loop));
  }

  /** Who makes the change interrupts the pause. */
  private static boolean isTold(VariableDeclarator field, Match match) {
    List<Node> interrupting =
        match.callsNamed("interrupt").stream()
            .map(Site::node)
            .filter(call -> !call.toString().startsWith("Thread.currentThread()"))
            .map(PollingLoop::codeAround)
            .toList();
    return !interrupting.isEmpty()
        && NameIndex.of(match.file()).uses(field.getNameAsString()).stream()
            .anyMatch(use -> changes(use) && interrupting.contains(codeAround(use)));
  }

  private static boolean changes(Expression use) {
    Node parent = use.getParentNode().orElse(null);
    return Variable.isTarget(use)
        || parent instanceof UnaryExpr step
            && (step.getOperator().name().endsWith("INCREMENT")
                || step.getOperator().name().endsWith("DECREMENT"))
        || parent instanceof MethodCallExpr call
            && call.getScope().orElse(null) == use
            && CHANGES.contains(call.getNameAsString());
  }

  /**
   * In another method, or in a function that another thread may run; a constructor is too early.
   */
  private static boolean isElsewhere(Node use, Node loop) {
    Node code = codeAround(use);
    return code != codeAround(loop) && !(code instanceof ConstructorDeclaration);
  }

  private static Node codeAround(Node node) {
    Node at = node;
    while (at.getParentNode().isPresent()
        && !(at instanceof LambdaExpr)
        && !(at instanceof CallableDeclaration)) {
      at = at.getParentNode().get();
    }
    return at;
  }
}
