package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.perflint.facts.Loop;
import dev.perflint.match.Match;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What becomes of the answer of a wait with a limit. */
final class WaitResults {
  /** In the names of methods after which nothing is left to be done. */
  private static final List<String> ENDS =
      List.of(
          "stop",
          "close",
          "shutdown",
          "destroy",
          "terminate",
          "dispose",
          "cleanup",
          "teardown",
          "halt",
          "finalize",
          "kill",
          "disconnect",
          "deactivate",
          "disable",
          "cancel",
          "exit");

  /** Questions whose answers say the same as the result. */
  private static final Set<String> ASKING =
      Set.of(
          "getCount",
          "isTerminated",
          "isAlive",
          "exitValue",
          "isHeldByCurrentThread",
          "isLocked",
          "isDone",
          "isEmpty",
          "isPresent",
          "contains",
          "containsKey",
          "equals",
          "size",
          "shutdownNow",
          "destroy",
          "destroyForcibly",
          "requireNonNull",
          "isNull",
          "nonNull");

  private static final Set<String> ORDER_TO_END = Set.of("shutdownNow", "cancel", "interrupt");

  private WaitResults() {}

  static boolean isDropped(Match match) {
    Node parent = match.node().getParentNode().orElse(null);
    return parent instanceof ExpressionStmt statement
        && !(statement.getParentNode().orElse(null) instanceof LambdaExpr);
  }

  /** Something stands behind it in its method; an element that is lost is lost in any case. */
  static boolean isFollowed(Match match) {
    if (match.callee().equals("offer")) {
      return true;
    }
    Node at = match.node();
    Node body = Bodies.around(at);
    while (at != body) {
      Node from = at;
      Node parent = at.getParentNode().orElse(body);
      if (parent instanceof BlockStmt block
          && block.getStatements().getLast().filter(last -> last != from).isPresent()) {
        return true;
      }
      at = parent;
    }
    return false;
  }

  /** In a method that ends something, or in the hook for the end of the program. */
  static boolean isEnd(Match match) {
    for (Node at = match.node(); at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof MethodDeclaration method
          && (endsSomething(method.getNameAsString())
              || method.getAnnotationByName("PreDestroy").isPresent())) {
        return true;
      }
      if (at instanceof MethodCallExpr call && call.getNameAsString().equals("addShutdownHook")) {
        return true;
      }
    }
    return match.surroundings().inCatch()
        || isOfField(match)
        || calls(Bodies.around(match.node())).stream()
            .anyMatch(
                call ->
                    ORDER_TO_END.contains(call.getNameAsString())
                        && Bodies.isBefore(call, match.node()));
  }

  /** A pool or latch in a field is for several methods, and others see what became of it. */
  private static boolean isOfField(Match match) {
    return match.callee().startsWith("await")
        && match.node() instanceof MethodCallExpr call
        && call.getScope()
            .filter(
                of ->
                    of.isFieldAccessExpr()
                        || of instanceof NameExpr name
                            && match.site().scope().local(name.getNameAsString()).isEmpty())
            .isPresent();
  }

  private static boolean endsSomething(String method) {
    String name = method.toLowerCase(Locale.ROOT);
    return ENDS.stream().anyMatch(name::contains);
  }

  /** In a loop that waits for a condition, a turn is only a nap. */
  static boolean isAskedAgain(Match match) {
    return match.loops().stream()
        .anyMatch(
            loop ->
                loop.kind() == Loop.Kind.CONDITION
                    || loop.kind() == Loop.Kind.ENDLESS
                    || loop.kind() == Loop.Kind.RETRY);
  }

  /** The code behind it looks whether what it waited for is there. */
  static boolean isSeenOtherwise(Match match) {
    if (match.callee().equals("offer")) {
      return false;
    }
    Node body = Bodies.around(match.node());
    return handsOnField(match, body)
        || calls(body).stream()
            .anyMatch(
                call ->
                    ASKING.contains(call.getNameAsString()) && Bodies.isBefore(match.node(), call))
        || body.findAll(BinaryExpr.class).stream()
            .anyMatch(test -> comparesWithNull(test) && Bodies.isBefore(match.node(), test));
  }

  /** {@code return response;} of what another thread sets: the caller sees what is missing. */
  private static boolean handsOnField(Match match, Node body) {
    return body.findAll(ReturnStmt.class).stream()
        .flatMap(last -> last.getExpression().stream())
        .anyMatch(
            value ->
                value.isFieldAccessExpr()
                    || value instanceof NameExpr name
                        && match.site().scope().local(name.getNameAsString()).isEmpty());
  }

  private static boolean comparesWithNull(BinaryExpr test) {
    boolean compares =
        test.getOperator() == BinaryExpr.Operator.EQUALS
            || test.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
    return compares && (test.getLeft().isNullLiteralExpr() || test.getRight().isNullLiteralExpr());
  }

  private static List<MethodCallExpr> calls(Node body) {
    return body.findAll(MethodCallExpr.class);
  }
}
