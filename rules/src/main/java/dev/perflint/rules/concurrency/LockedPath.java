package dev.perflint.rules.concurrency;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.facts.HeldLock;
import dev.perflint.facts.MethodRoles;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;
import dev.perflint.source.Scope;
import java.util.Optional;
import java.util.Set;

/** How often those who take a lock come to a place. */
final class LockedPath {
  private static final Set<String> KEEPING = Set.of("put", "putAll", "putIfAbsent", "set");

  private LockedPath() {}

  /** No branch leads from the lock to the match. */
  static boolean isAlways(Match match, HeldLock lock) {
    Frame end = match.file().siteOf(lock.at(), match.site()).frame();
    for (Frame at = match.site().frame(); at != null && !at.isMember(); at = at.parent()) {
      if (at == end || at.node() == lock.at()) {
        return true;
      }
      if (at.kind() == Frame.Kind.BRANCH && !decidesBy(at.node(), lock.at())) {
        return false;
      }
    }
    return true;
  }

  /** {@code if (lock.tryLock(1, SECONDS))} is the lock's own branch. */
  private static boolean decidesBy(Node branch, Node lock) {
    return branch.getParentNode().orElse(null) instanceof IfStmt choice
        && (choice.getCondition() == lock || choice.getCondition().isAncestorOf(lock));
  }

  /** An earlier statement of the member leaves when what is wanted is there. */
  static boolean isBehindCheck(Match match) {
    Node at = match.node();
    while (at != null && !(at instanceof CallableDeclaration<?>)) {
      Node parent = at.getParentNode().orElse(null);
      if (parent instanceof BlockStmt block) {
        for (Statement before : block.getStatements()) {
          if (before == at) {
            break;
          }
          if (before instanceof IfStmt choice && leavesWithResult(choice)) {
            return true;
          }
        }
      }
      at = parent;
    }
    return false;
  }

  private static boolean leavesWithResult(IfStmt choice) {
    return isThere(choice.getCondition())
        && (choice.getThenStmt().isReturnStmt()
            || choice.getThenStmt() instanceof BlockStmt block
                && block.getStatements().getLast().filter(Statement::isReturnStmt).isPresent());
  }

  /** {@code x != null} and {@code x.isPresent()} */
  private static boolean isThere(Expression condition) {
    return condition instanceof BinaryExpr test
            && test.getOperator() == BinaryExpr.Operator.NOT_EQUALS
            && test.getRight().isNullLiteralExpr()
        || condition instanceof MethodCallExpr call && call.getNameAsString().equals("isPresent");
  }

  /** What the call brings is kept in a field, for those who come later. */
  static boolean fillsField(Match match) {
    Optional<CallableDeclaration<?>> member = MethodRoles.callable(match.site().frame());
    return member.isPresent()
        && (member
                .get()
                .findFirst(
                    AssignExpr.class, assign -> isAfter(assign, match) && keeps(assign, match))
                .isPresent()
            || member
                .get()
                .findFirst(MethodCallExpr.class, call -> isAfter(call, match) && keeps(call, match))
                .isPresent());
  }

  private static boolean isAfter(Node node, Match match) {
    int here = match.file().unit().region(match.node()).startLine();
    return node == match.node().getParentNode().orElse(null)
        || match.file().unit().region(node).startLine() > here;
  }

  private static boolean keeps(AssignExpr assign, Match match) {
    return isField(assign.getTarget(), match) && !assign.getValue().isLiteralExpr();
  }

  private static boolean keeps(MethodCallExpr call, Match match) {
    return KEEPING.contains(call.getNameAsString())
        && call.getScope().filter(scope -> isField(scope, match)).isPresent();
  }

  private static boolean isField(Expression target, Match match) {
    if (target instanceof FieldAccessExpr access) {
      return access.getScope().isThisExpr();
    }
    return target instanceof NameExpr name
        && match.site().scope().local(name.getNameAsString()).map(Scope::declaration).isEmpty()
        && MethodRoles.callable(match.site().frame())
            .filter(
                member ->
                    member
                        .findFirst(
                            VariableDeclarator.class,
                            local -> local.getNameAsString().equals(name.getNameAsString()))
                        .isPresent())
            .isEmpty();
  }
}
