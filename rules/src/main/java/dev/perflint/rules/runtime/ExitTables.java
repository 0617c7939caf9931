package dev.perflint.rules.runtime;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import dev.perflint.facts.Variable;
import dev.perflint.match.Match;

/** Around entries in the tables that are worked off when the process ends. */
final class ExitTables {
  private ExitTables() {}

  /** {@code if (!file.delete()) file.deleteOnExit()}: few files cannot be deleted. */
  static boolean isSecondTry(Match match) {
    for (Node at = match.node();
        at != null && !(at instanceof BodyDeclaration<?>);
        at = at.getParentNode().orElse(null)) {
      if (at instanceof IfStmt choice && asksForDelete(choice.getCondition(), match)) {
        return true;
      }
    }
    return false;
  }

  /** In the condition itself, or by what a variable in it was set to. */
  private static boolean asksForDelete(Expression condition, Match match) {
    return deletes(condition)
        || condition.findAll(NameExpr.class).stream()
            .flatMap(name -> Variable.meantBy(name, match.site().scope()).stream())
            .flatMap(variable -> variable.initializer().stream())
            .anyMatch(ExitTables::deletes);
  }

  private static boolean deletes(Expression asked) {
    return asked.toString().contains("delete");
  }

  static boolean isRemoved(Match match) {
    return match.callee().equals("addShutdownHook")
        && !match.callsNamed("removeShutdownHook").isEmpty();
  }
}
