package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;
import java.util.Optional;

/** Whether a branch is one of several that come to the same. */
final class Arms {
  private Arms() {}

  /** Whether the method may end without such a call, as far as its branches go. */
  static boolean maySkip(Match match) {
    for (Frame at = match.site().frame(); at != null && !at.isMember(); at = at.parent()) {
      if (at.kind() == Frame.Kind.BRANCH && !isAlike(at.node(), receiver(match.node()))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Expression> receiver(Node call) {
    return call instanceof MethodCallExpr method ? method.getScope() : Optional.empty();
  }

  /** Whether each other branch of the choice asks the same one, or fails. */
  private static boolean isAlike(Node branch, Optional<Expression> receiver) {
    if (receiver.isEmpty() || !(branch.getParentNode().orElse(null) instanceof IfStmt choice)) {
      return false;
    }
    while (choice.getParentNode().orElse(null) instanceof IfStmt outer
        && outer.getElseStmt().orElse(null) == choice) {
      choice = outer;
    }
    Optional<Statement> last = Optional.of(choice);
    while (last.orElse(null) instanceof IfStmt next) {
      if (!asksOrFails(next.getThenStmt(), receiver.get())) {
        return false;
      }
      last = next.getElseStmt();
    }
    return last.filter(arm -> asksOrFails(arm, receiver.get())).isPresent();
  }

  private static boolean asksOrFails(Statement arm, Expression receiver) {
    return fails(arm)
        || arm.findFirst(
                MethodCallExpr.class, call -> call.getScope().filter(receiver::equals).isPresent())
            .isPresent();
  }

  private static boolean fails(Statement arm) {
    Statement last = arm;
    if (arm instanceof BlockStmt block && block.getStatements().isNonEmpty()) {
      last = block.getStatement(block.getStatements().size() - 1);
    }
    return last.isThrowStmt();
  }
}
