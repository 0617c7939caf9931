package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Set;

/**
 * Statements that write one row and could wait for others: nothing is done with the number of rows
 * or the key of this one before the next is written.
 */
public final class RowWrites {
  private static final Set<String> DROPPING = Set.of("forEach", "forEachOrdered", "ifPresent");

  /** What a statement answers besides the number of rows, asked for after it has run. */
  private static final List<String> ANSWERS = List.of("getGeneratedKeys", "registerOutParameter");

  private RowWrites() {}

  /**
   * Whether what a statement answers is used one row at a time.
   *
   * @param call one that writes a row itself, or calls a method that does
   * @param orReturned whether its number of rows may go to the caller, who is asked then
   */
  public static boolean needsAnswer(FileContext file, Site call, boolean orReturned) {
    return !isDropped(call.node(), orReturned) || asksForKeys(file, call);
  }

  /** A sum of the numbers of rows can be made of those of a batch as well. */
  private static boolean isDropped(Node call, boolean orReturned) {
    Node parent = call.getParentNode().orElse(null);
    if (call instanceof MethodReferenceExpr) {
      return parent instanceof MethodCallExpr by && DROPPING.contains(by.getNameAsString());
    }
    if (parent instanceof ExpressionStmt) {
      return !Calls.isLambdaResult(parent) || isGivenToDropping(parent);
    }
    return parent instanceof AssignExpr sum && sum.getOperator() == AssignExpr.Operator.PLUS
        || orReturned && parent instanceof ReturnStmt;
  }

  private static boolean isGivenToDropping(Node lambdaResult) {
    return lambdaResult
        .getParentNode()
        .flatMap(Calls::callGiven)
        .filter(by -> DROPPING.contains(by.getNameAsString()))
        .isPresent();
  }

  private static boolean asksForKeys(FileContext file, Site site) {
    for (Expression argument : Calls.arguments(site.node())) {
      if (file.typeOf(argument, site.scope()) instanceof TypeRef.Named type
          && type.name().endsWith("KeyHolder")) {
        return true;
      }
    }
    for (String answer : ANSWERS) {
      for (Site asked : file.unit().sites().calls(answer)) {
        if (asked
            .frame()
            .member()
            .map(Frame::node)
            .equals(site.frame().member().map(Frame::node))) {
          return true;
        }
      }
    }
    return false;
  }
}
