package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Lifetimes;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which {@linkplain RetryLoops loops} and settings try again without an end. */
final class EndlessRetries {
  private static final String HERE = "here";
  private static final String RECORD = "record";

  /** What a catch clause calls with the exception and goes on after. */
  private static final List<String> REPORTS =
      List.of("log", "warn", "error", "info", "debug", "trace", "print", "append", "add", "record");

  /** What sets an end to a growing wait. */
  private static final List<String> ENDS = List.of("setMaxElapsedTime", "setMaxAttempts");

  private EndlessRetries() {}

  private static TryStmt attempt(Match match) {
    return (TryStmt) match.node().getParentNode().orElseThrow();
  }

  private static Statement loop(Match match) {
    return RetryLoops.loopAround(attempt(match)).orElseThrow();
  }

  /** Only success ends the loop: no test of it, and no way out of it behind a failure. */
  static boolean areLoops(Match match) {
    Statement loop = loop(match);
    return RetryLoops.condition(loop).map(test -> saysNothingElse(test, match)).orElse(true)
        && loop.findFirst(BinaryExpr.class, EndlessRetries::isOrder).isEmpty()
        && !leavesOutside(loop, attempt(match))
        && !mayThrow((CatchClause) match.node());
  }

  /** {@code true}, or a flag of the method's own. A field may be what stops it. */
  private static boolean saysNothingElse(Expression test, Match match) {
    return test.isBooleanLiteralExpr()
        || test.findFirst(MethodCallExpr.class).isEmpty()
            && test.findFirst(Expression.class, Expression::isFieldAccessExpr).isEmpty()
            && test.findAll(NameExpr.class).stream()
                .allMatch(name -> match.site().scope().local(name.getNameAsString()).isPresent());
  }

  private static boolean isOrder(BinaryExpr test) {
    return switch (test.getOperator()) {
      case LESS, LESS_EQUALS, GREATER, GREATER_EQUALS -> true;
      default -> false;
    };
  }

  /** What follows a success, in the block of the attempt, is no way out of a failure. */
  private static boolean leavesOutside(Statement loop, TryStmt attempt) {
    return loop.findFirst(
            Statement.class,
            statement ->
                (statement.isReturnStmt() || statement.isThrowStmt() || statement.isBreakStmt())
                    && !attempt.getTryBlock().isAncestorOf(statement)
                    && !isInOtherClause(statement, attempt))
        .isPresent();
  }

  /** Of another failure, which ends the loop by itself. */
  private static boolean isInOtherClause(Statement statement, TryStmt attempt) {
    return attempt.getCatchClauses().stream()
        .filter(clause -> endsWithLeaving(clause))
        .anyMatch(clause -> clause.isAncestorOf(statement));
  }

  private static boolean endsWithLeaving(CatchClause clause) {
    return clause.getBody().getStatements().getLast().stream()
        .anyMatch(last -> last.isReturnStmt() || last.isThrowStmt() || last.isBreakStmt());
  }

  /** Who is handed the exception may throw it, or another one, when it has had enough. */
  private static boolean mayThrow(CatchClause clause) {
    String exception = clause.getParameter().getNameAsString();
    return clause.getBody().findAll(MethodCallExpr.class).stream()
        .filter(call -> !isReport(call))
        .flatMap(call -> call.getArguments().stream())
        .anyMatch(
            given -> given instanceof NameExpr name && name.getNameAsString().equals(exception));
  }

  private static boolean isReport(MethodCallExpr call) {
    String name = call.getNameAsString().toLowerCase(Locale.ROOT);
    return REPORTS.stream().anyMatch(name::startsWith);
  }

  /** A timeout is no race that the next attempt wins. */
  static boolean loseRaces(Match match) {
    return match.node() instanceof CatchClause clause
        && Retries.loseRaces(match)
        && !clause.getParameter().getType().asString().contains("Timeout");
  }

  static boolean moveOn(Match match) {
    return match.node() instanceof CatchClause && Retries.moveOn(match);
  }

  private static boolean isOf(String kind, Match match) {
    return match.known().filter(known -> known.kind().equals(kind)).isPresent();
  }

  /** It holds up the other records of a partition. */
  static boolean areOfRecords(Match match) {
    return redelivers(match) && !isEnded(match);
  }

  private static boolean redelivers(Match match) {
    if (isHandlers(match.node(), match)) {
      return true;
    }
    return Lifetimes.holder(match.node()).stream()
        .flatMap(held -> match.file().lifetimes().uses(held).stream())
        .anyMatch(use -> isHandlers(use, match));
  }

  private static boolean isHandlers(Node backOff, Match match) {
    return backOff.getParentNode().orElse(null) instanceof ObjectCreationExpr handler
        && match
            .file()
            .calls()
            .plays(match.file().siteOf(handler, match.site()), Roles.REDELIVERS)
            .mayBeReported();
  }

  /** Its number of attempts is said, or it is told later. */
  private static boolean isEnded(Match match) {
    String type = match.typeName();
    if (type.equals("FixedBackOff")) {
      return match.arguments().size() == 2
          && match
              .argument(1)
              .map(Expression::toString)
              .filter(EndlessRetries::isUnlimited)
              .isEmpty();
    }
    Optional<VariableDeclarator> held = Lifetimes.holder(match.node());
    return held.isPresent()
        && match.file().lifetimes().uses(held.get()).stream()
            .flatMap(use -> Calls.callAround(use).stream())
            .anyMatch(call -> ENDS.contains(call.getNameAsString()));
  }

  private static boolean isUnlimited(String attempts) {
    return attempts.endsWith("UNLIMITED_ATTEMPTS") || attempts.endsWith("MAX_VALUE");
  }

  static String message(Match match) {
    if (match.node() instanceof CatchClause) {
      return "As long as %s fails, the loop in %s never ends."
          .formatted(Retries.callText(match), match.methodName());
    }
    return isOf(RECORD, match)
        ? "A record that always fails is delivered again for ever: its partition stands still."
        : "`%s` in %s tries again for as long as it fails."
            .formatted(match.callee(), match.methodName());
  }
}
