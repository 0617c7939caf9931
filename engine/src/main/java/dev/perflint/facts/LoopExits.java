package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.perflint.source.Exits;

/** Whether reaching a place ends the loop around it, so that it runs once however long the loop. */
final class LoopExits {
  private LoopExits() {}

  /**
   * Whether a return, throw or break follows in a block between the place and the loop.
   *
   * @param loop a loop statement around the place
   */
  static boolean leaves(Node place, Node loop) {
    if (runsElsewhere(place, loop)) {
      return false; // what returns there leaves the function, not the loop around it
    }
    boolean breaksLoop = true;
    Node at = place;
    while (at != null && at != loop) {
      Node parent = at.getParentNode().orElse(null);
      if (at instanceof Statement here) {
        if (here.isReturnStmt() || here.isThrowStmt()) {
          return true;
        }
        boolean breaks = breaksLoop;
        if (parent instanceof BlockStmt block && Exits.always(block, end -> leaves(end, breaks))) {
          return true;
        }
      }
      breaksLoop &= !isLoop(at) && !(at instanceof SwitchStmt);
      at = parent;
    }
    return false;
  }

  private static boolean runsElsewhere(Node place, Node loop) {
    Node at = place;
    while (at != null && at != loop) {
      if (at instanceof LambdaExpr || at instanceof BodyDeclaration<?>) {
        return true;
      }
      at = at.getParentNode().orElse(null);
    }
    return false;
  }

  private static boolean leaves(Statement last, boolean breaksLoop) {
    return last.isReturnStmt()
        || last.isThrowStmt()
        || breaksLoop && last instanceof BreakStmt stop && stop.getLabel().isEmpty();
  }

  private static boolean isLoop(Node node) {
    return node instanceof ForEachStmt
        || node instanceof ForStmt
        || node instanceof WhileStmt
        || node instanceof DoStmt;
  }
}
