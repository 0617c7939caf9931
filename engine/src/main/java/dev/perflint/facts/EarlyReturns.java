package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.source.Site;

/**
 * {@code if (settings.off) return;} in front of a place: not every call gets there. That what a
 * method is about may be missing is asked first as a rule, and is left out.
 */
final class EarlyReturns {
  /** Statements of a block that are looked at; generated code has more. */
  private static final int MOST = 60;

  /** Branches in branches that are looked into; each is looked at from every place behind it. */
  private static final int DEEPEST = 4;

  private EarlyReturns() {}

  static boolean precede(Site site) {
    Node at = site.node();
    Node parent = parent(at);
    for (int i = 0; i < MOST && parent != null && !endsBody(at); i++) {
      if (parent instanceof BlockStmt block && at instanceof Statement here) {
        for (int k = 0; k < Math.min(MOST, block.getStatements().size()); k++) {
          Statement before = block.getStatement(k);
          if (before == here) {
            break;
          }
          if (before instanceof IfStmt choice && isExit(choice, site)) {
            return true;
          }
        }
      }
      at = parent;
      parent = parent(at);
    }
    return false;
  }

  private static boolean isExit(IfStmt choice, Site site) {
    return leaves(choice.getThenStmt(), 0)
        && !ArgumentGuards.isMissing(choice.getCondition(), site.scope());
  }

  /** Whether it ends in a return, be that another one in each branch. */
  private static boolean leaves(Statement statement, int depth) {
    Statement last = statement;
    while (last instanceof BlockStmt block && !block.getStatements().isEmpty()) {
      last = block.getStatement(block.getStatements().size() - 1);
    }
    return last.isReturnStmt()
        || depth < DEEPEST
            && last instanceof IfStmt choice
            && leaves(choice.getThenStmt(), depth + 1)
            && choice.getElseStmt().filter(other -> leaves(other, depth + 1)).isPresent();
  }

  private static boolean endsBody(Node node) {
    return node instanceof BodyDeclaration<?> || node instanceof LambdaExpr;
  }

  private static Node parent(Node node) {
    return node.getParentNode().orElse(null);
  }
}
