package dev.perflint.rules.cancellation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What becomes of an interrupt between a handler and the loop around it. */
final class InterruptFlow {
  private static final Set<String> LOGGER_WORDS =
      Set.of(
          "log",
          "logger",
          "LOG",
          "LOGGER",
          "err",
          "out",
          "e",
          "ex",
          "ie",
          "exception",
          "ignore",
          "ignored");

  /** Methods that a thread or a pool calls. */
  private static final Set<String> OWN = Set.of("run", "call", "main");

  private InterruptFlow() {}

  private static CatchClause handler(Match match) {
    return match.site().as(CatchClause.class);
  }

  private static BlockStmt body(Match match) {
    return handler(match).getBody();
  }

  /** The try stands in a loop of the same body, and neither it nor its handler leaves that loop. */
  static boolean loopGoesOn(Match match) {
    Optional<Frame> loop = match.site().frame().nearestInBody(Frame.Kind.LOOP);
    return loop.isPresent() && !leaves(body(match)) && !leavesAfterwards(match);
  }

  private static boolean leaves(BlockStmt body) {
    return body.findFirst(ReturnStmt.class).isPresent()
        || body.findFirst(BreakStmt.class).isPresent()
        || body.findFirst(MethodCallExpr.class, InterruptFlow::endsProgram).isPresent();
  }

  private static boolean endsProgram(MethodCallExpr call) {
    return call.getNameAsString().equals("exit") || call.getNameAsString().equals("halt");
  }

  /**
   * The loop body returns or breaks right behind the try: the pass after an interrupt is the last.
   */
  private static boolean leavesAfterwards(Match match) {
    Node attempt = handler(match).getParentNode().orElseThrow();
    if (!(attempt.getParentNode().orElse(null) instanceof BlockStmt block)) {
      return false;
    }
    int next = block.getStatements().indexOf(attempt) + 1;
    return next < block.getStatements().size()
        && (block.getStatement(next) instanceof ReturnStmt
            || block.getStatement(next) instanceof BreakStmt
            || block.getStatement(next) instanceof ThrowStmt);
  }

  /**
   * SURE when the loop itself asks for the flag, or this file interrupts or cancels; else open: the
   * file that creates the task may.
   */
  static Truth isInterrupted(Match match) {
    if (asksForInterrupt(match)) {
      return Truth.SURE;
    }
    Truth here =
        match
            .file()
            .once(
                InterruptFlow.class,
                file -> {
                  Truth truth = Truth.NO;
                  for (Site call : file.unit().sites(MethodCallExpr.class)) {
                    if (!interruptsItself((MethodCallExpr) call.node())) {
                      truth = truth.or(file.calls().plays(call, Roles.INTERRUPTS));
                    }
                  }
                  return truth;
                });
    String type = match.file().typeNameAround(match.site().frame());
    return here.or(Truth.open(new Question.InterruptedByCreator(type)));
  }

  private static boolean interruptsItself(MethodCallExpr call) {
    return call.getNameAsString().equals("interrupt")
        && call.getScope()
            .filter(
                scope ->
                    scope instanceof MethodCallExpr inner
                        && inner.getNameAsString().equals("currentThread"))
            .isPresent();
  }

  static boolean rethrows(Match match) {
    return body(match).findFirst(ThrowStmt.class).isPresent();
  }

  /** It throws what it has caught, or another one that stands for an interrupt. */
  static boolean letsThrough(Match match) {
    String name = handler(match).getParameter().getNameAsString();
    return body(match)
        .findFirst(
            ThrowStmt.class,
            thrown ->
                thrown.getExpression() instanceof NameExpr same
                        && same.getNameAsString().equals(name)
                    || thrown.getExpression() instanceof ObjectCreationExpr made
                        && isAboutInterrupts(made.getType().getNameAsString()))
        .isPresent();
  }

  private static boolean isAboutInterrupts(String text) {
    return text.toLowerCase(Locale.ROOT).contains("interrupt");
  }

  /**
   * It calls something that is about interrupts: it restores the flag, itself or through another.
   */
  static boolean speaksOfInterrupts(Match match) {
    return body(match)
        .findFirst(MethodCallExpr.class, call -> isAboutInterrupts(call.getNameAsString()))
        .isPresent();
  }

  static boolean endsAll(Match match) {
    return body(match).findFirst(MethodCallExpr.class, InterruptFlow::endsProgram).isPresent();
  }

  /** Above it there is the thread alone, or a pool, which clears the flag; and no loop goes on. */
  static boolean endsThread(Match match) {
    return isOwnOfThread(match) && !loopGoesOn(match);
  }

  private static boolean isOwnOfThread(Match match) {
    if (match.site().frame().nearestInBody(Frame.Kind.LAMBDA).isPresent()) {
      return true;
    }
    return match
        .node()
        .findAncestor(MethodDeclaration.class)
        .filter(method -> OWN.contains(method.getNameAsString()))
        .isPresent();
  }

  /** Only an interrupt ends the loop: no handler throws, no element runs out, no flag is asked. */
  static boolean isEndless(Match match) {
    return !rethrows(match) && !endsByItself(match) && !asksFlag(match);
  }

  static boolean remembers(Match match) {
    return body(match).findFirst(AssignExpr.class).isPresent();
  }

  /** The exception goes to a method of this class, which may throw it or restore the flag. */
  static boolean handsOn(Match match) {
    String name = handler(match).getParameter().getNameAsString();
    return body(match)
        .findFirst(
            MethodCallExpr.class,
            call ->
                call.getScope().filter(scope -> isLogger(scope)).isEmpty()
                    && call.getArguments().stream()
                        .anyMatch(a -> a instanceof NameExpr n && n.getNameAsString().equals(name)))
        .isPresent();
  }

  private static boolean isLogger(Expression scope) {
    String text = scope.toString();
    String last = text.substring(text.lastIndexOf('.') + 1);
    return LOGGER_WORDS.contains(last) || last.toLowerCase(Locale.ROOT).contains("log");
  }

  /** A loop over elements ends when they do: the interrupt is lost, but the thread comes back. */
  private static boolean endsByItself(Match match) {
    return match
        .site()
        .frame()
        .nearestInBody(Frame.Kind.LOOP)
        .filter(loop -> loop.node() instanceof ForEachStmt)
        .isPresent();
  }

  /**
   * A variable or a method that is not about interrupts decides in the loop's condition or in an if
   * that leaves it.
   */
  private static boolean asksFlag(Match match) {
    Optional<Statement> loop = innermost(match);
    return loop.isPresent()
        && (condition(loop.get()).filter(InterruptFlow::isFlag).isPresent() || hasExit(loop.get()));
  }

  /**
   * The condition asks whether the thread was interrupted: whoever wrote it counts on the flag that
   * the handler drops.
   */
  private static boolean asksForInterrupt(Match match) {
    return innermost(match)
        .flatMap(InterruptFlow::condition)
        .flatMap(
            condition ->
                condition.findFirst(
                    MethodCallExpr.class, call -> call.getNameAsString().equals("isInterrupted")))
        .isPresent();
  }

  private static Optional<Statement> innermost(Match match) {
    return match
        .site()
        .frame()
        .nearestInBody(Frame.Kind.LOOP)
        .map(Frame::node)
        .filter(Statement.class::isInstance)
        .map(Statement.class::cast);
  }

  private static Optional<Expression> condition(Statement loop) {
    if (loop instanceof WhileStmt repeat) {
      return Optional.of(repeat.getCondition());
    }
    if (loop instanceof DoStmt repeat) {
      return Optional.of(repeat.getCondition());
    }
    return loop instanceof ForStmt counted ? counted.getCompare() : Optional.empty();
  }

  private static boolean isFlag(Expression condition) {
    if (condition.isBooleanLiteralExpr()) {
      return false;
    }
    if (condition instanceof UnaryExpr not) {
      return isFlag(not.getExpression());
    }
    if (condition.isEnclosedExpr()) {
      return isFlag(condition.asEnclosedExpr().getInner());
    }
    if (condition instanceof BinaryExpr both) {
      return switch (both.getOperator()) {
        case AND, OR -> isFlag(both.getLeft()) || isFlag(both.getRight());
        default -> true;
      };
    }
    return !(condition instanceof MethodCallExpr call)
        || !call.getNameAsString().toLowerCase(Locale.ROOT).contains("interrupted");
  }

  /**
   * An {@code if} in the loop that leaves it, on something else than the thread's interrupt flag.
   */
  private static boolean hasExit(Statement loop) {
    return loop.findFirst(
            IfStmt.class,
            choice ->
                isFlag(choice.getCondition())
                    && (choice.getThenStmt().findFirst(BreakStmt.class).isPresent()
                        || choice.getThenStmt().findFirst(ReturnStmt.class).isPresent()))
        .isPresent();
  }
}
