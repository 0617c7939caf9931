package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.source.Exits;
import dev.perflint.source.Site;

/**
 * {@code if (settings.off) return;} in front of a place: not every call gets there. That what a
 * method is about may be missing is asked first as a rule, and is left out.
 */
final class EarlyReturns {
  /** Blocks in blocks that are looked at; generated code has more. */
  private static final int DEEPEST = 60;

  private EarlyReturns() {}

  static boolean precede(Site site) {
    Node at = site.node();
    Node parent = parent(at);
    for (int i = 0; i < DEEPEST && parent != null && !endsBody(at); i++) {
      if (parent instanceof BlockStmt block && at instanceof Statement here) {
        for (IfStmt exit : Exits.before(here, block)) {
          if (isReturn(exit, site)) {
            return true;
          }
        }
      }
      at = parent;
      parent = parent(at);
    }
    return false;
  }

  private static boolean isReturn(IfStmt choice, Site site) {
    return Exits.always(choice.getThenStmt(), Statement::isReturnStmt)
        && !ArgumentGuards.isMissing(choice.getCondition(), site.scope());
  }

  private static boolean endsBody(Node node) {
    return node instanceof BodyDeclaration<?> || node instanceof LambdaExpr;
  }

  private static Node parent(Node node) {
    return node.getParentNode().orElse(null);
  }
}
