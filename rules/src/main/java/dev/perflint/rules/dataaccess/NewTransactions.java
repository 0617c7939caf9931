package dev.perflint.rules.dataaccess;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Transactions;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.Set;

/** Calls that open a second transaction beside the one that is open. */
final class NewTransactions {
  private static final Set<String> ASKING = Set.of("isRollbackOnly", "getRollbackOnly");

  private NewTransactions() {}

  /** Asked for every call of a file, so the outer transaction comes first. */
  static Truth areOpened(FileContext file, Site site) {
    MethodCallExpr call = site.as(MethodCallExpr.class);
    boolean own = call.getScope().filter(scope -> !scope.isThisExpr()).isEmpty();
    if (own || Transactions.of(file).around(site).isEmpty()) {
      // A call of an object's own method does not pass the container.
      return Truth.NO;
    }
    TypeRef owner = file.calls().owner(site);
    if (owner instanceof TypeRef.Unknown || file.isOfLibrary(owner)) {
      return Truth.NO;
    }
    return Truth.open(
        new Question.Does(file.calls().method(site), Roles.OPENS_ANOTHER_TRANSACTION));
  }

  /** In a branch for a transaction that is to be rolled back, and can carry no work any more. */
  static boolean isAfterRollback(Match match) {
    for (Node at = match.node(); at != null; at = at.getParentNode().orElse(null)) {
      if (at.getParentNode().orElse(null) instanceof IfStmt choice
          && choice.getThenStmt() == at
          && asksForRollback(choice.getCondition(), match)) {
        return true;
      }
    }
    return false;
  }

  /** By itself, or by a method of the file. */
  private static boolean asksForRollback(Expression condition, Match match) {
    return condition.findAll(MethodCallExpr.class).stream()
        .map(MethodCallExpr::getNameAsString)
        .anyMatch(
            name ->
                ASKING.contains(name)
                    || ASKING.stream()
                        .flatMap(asking -> match.callsNamed(asking).stream())
                        .flatMap(
                            asked -> asked.node().findAncestor(MethodDeclaration.class).stream())
                        .anyMatch(method -> method.getNameAsString().equals(name)));
  }

  static String message(Match match) {
    String outer =
        Transactions.of(match.file())
            .around(match.site())
            .map(Transactions.Transaction::text)
            .orElse("a transaction");
    return "`%s` takes a second connection while %s holds its own."
        .formatted(match.callee(), outer);
  }
}
