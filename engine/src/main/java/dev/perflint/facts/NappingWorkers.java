package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithBody;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Threads that look after something once in a while: {@code run} methods that go round until they
 * are told to stop and sleep on each pass.
 */
public final class NappingWorkers {
  /** From how many milliseconds on a thread sleeps rather than looks again at once. */
  private static final long NAP_MILLIS = 1_000;

  /** What a worker that is fed waits with: it runs as often as somebody has work for it. */
  private static final Set<String> FED = Set.of("take", "poll", "accept", "select", "receive");

  private static final Set<BinaryExpr.Operator> COMPARING =
      EnumSet.of(
          BinaryExpr.Operator.LESS,
          BinaryExpr.Operator.LESS_EQUALS,
          BinaryExpr.Operator.GREATER,
          BinaryExpr.Operator.GREATER_EQUALS);
  private static final Pattern LONG_UNIT = Pattern.compile("(.*\\.)?(SECONDS|MINUTES|HOURS|DAYS)");

  private NappingWorkers() {}

  /** Whether a method is what such a thread runs. */
  public static boolean is(MethodDeclaration method) {
    return method.getNameAsString().equals("run")
        && method.getParameters().isEmpty()
        && method.getBody().isPresent()
        && method
            .getBody()
            .get()
            .findFirst(Statement.class, loop -> naps(loop) && isIn(loop, method))
            .isPresent();
  }

  /** How long such a thread sleeps, where its code says so; "" where it does not. */
  public static String schedule(MethodDeclaration method, FileContext file) {
    return method.findAll(MethodCallExpr.class).stream()
        .filter(NappingWorkers::isSleep)
        .map(sleep -> Schedules.ofSleep(sleep, FieldUses.nearest(sleep, file).scope()))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static boolean naps(Statement loop) {
    if (!lasts(loop)) {
      return false;
    }
    Statement body = ((NodeWithBody<?>) loop).getBody();
    return body.findFirst(MethodCallExpr.class, NappingWorkers::isFed).isEmpty()
        && body.findFirst(MethodCallExpr.class, call -> isNap(call) && isIn(call, loop))
            .isPresent();
  }

  /** One that counts its passes ends by itself, as one does that tries a few times. */
  private static boolean lasts(Statement loop) {
    if (loop instanceof WhileStmt asked) {
      return !counts(asked.getCondition());
    }
    if (loop instanceof DoStmt asked) {
      return !counts(asked.getCondition());
    }
    return loop instanceof ForStmt endless && endless.getCompare().isEmpty();
  }

  private static boolean counts(Expression condition) {
    return condition
        .findFirst(BinaryExpr.class, test -> COMPARING.contains(test.getOperator()))
        .isPresent();
  }

  private static boolean isFed(MethodCallExpr call) {
    return call.getScope().isPresent() && FED.contains(call.getNameAsString());
  }

  private static boolean isNap(MethodCallExpr call) {
    return isSleep(call) || call.getScope().isEmpty() && sleeps(call);
  }

  private static boolean isSleep(MethodCallExpr call) {
    if (!call.getNameAsString().startsWith("sleep") || call.getArguments().isEmpty()) {
      return false;
    }
    String unit = call.getScope().map(Node::toString).orElse("");
    return LONG_UNIT.matcher(unit).matches()
        || millis(call.getArgument(0)).filter(time -> time < NAP_MILLIS).isEmpty();
  }

  private static Optional<Long> millis(Expression time) {
    return Optional.of(time)
        .filter(IntegerLiteralExpr.class::isInstance)
        .map(literal -> literal.asIntegerLiteralExpr().asNumber().longValue());
  }

  /** {@code waitForNextCheck()}, a method of the file that does. */
  private static boolean sleeps(MethodCallExpr call) {
    return call.findCompilationUnit().stream()
        .flatMap(file -> file.findAll(MethodDeclaration.class).stream())
        .filter(method -> method.getNameAsString().equals(call.getNameAsString()))
        .anyMatch(
            method -> method.findFirst(MethodCallExpr.class, NappingWorkers::isSleep).isPresent());
  }

  private static boolean isIn(Node inner, Node outer) {
    return CodeAround.of(inner) == CodeAround.of(outer);
  }
}
