package dev.perflint.rules.runtime;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.stmt.IfStmt;
import dev.perflint.match.Match;

/** Around entries in the tables that are worked off when the process ends. */
final class ExitTables {
  private ExitTables() {}

  /** {@code if (!file.delete()) file.deleteOnExit()}: few files cannot be deleted. */
  static boolean isSecondTry(Match match) {
    for (Node at = match.node();
        at != null && !(at instanceof BodyDeclaration<?>);
        at = at.getParentNode().orElse(null)) {
      if (at instanceof IfStmt choice && choice.getCondition().toString().contains("delete")) {
        return true;
      }
    }
    return false;
  }

  static boolean isRemoved(Match match) {
    return match.callee().equals("addShutdownHook")
        && !match.callsNamed("removeShutdownHook").isEmpty();
  }
}
