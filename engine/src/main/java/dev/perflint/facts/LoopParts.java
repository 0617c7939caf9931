package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.List;
import java.util.Optional;

/**
 * In which order a loop statement runs.
 *
 * @param before once
 * @param test before each pass
 * @param after each pass
 * @param endless whether only a break, return or exception ends it
 * @param atLeastOnce whether the first pass comes before the first test
 */
record LoopParts(
    List<Node> before,
    List<Node> test,
    Statement body,
    List<Node> after,
    boolean endless,
    boolean atLeastOnce) {
  /** Empty for what is no loop. */
  static Optional<LoopParts> of(Statement statement) {
    if (statement instanceof ForEachStmt each) {
      return Optional.of(
          new LoopParts(
              List.of(each.getIterable()), List.of(), each.getBody(), List.of(), false, false));
    }
    if (statement instanceof WhileStmt repeat) {
      Expression test = repeat.getCondition();
      return Optional.of(
          new LoopParts(
              List.of(), List.of(test), repeat.getBody(), List.of(), isTrue(test), false));
    }
    if (statement instanceof DoStmt repeat) {
      Expression test = repeat.getCondition();
      return Optional.of(
          new LoopParts(List.of(), List.of(), repeat.getBody(), List.of(test), isTrue(test), true));
    }
    if (statement instanceof ForStmt counted) {
      return Optional.of(
          new LoopParts(
              List.copyOf(counted.getInitialization()),
              counted.getCompare().map(test -> List.<Node>of(test)).orElse(List.of()),
              counted.getBody(),
              List.copyOf(counted.getUpdate()),
              counted.getCompare().map(LoopParts::isTrue).orElse(true),
              false));
    }
    return Optional.empty();
  }

  private static boolean isTrue(Expression test) {
    return test.isBooleanLiteralExpr() && test.asBooleanLiteralExpr().getValue();
  }
}
