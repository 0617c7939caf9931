package dev.perflint.rules.text;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.perflint.facts.MethodRoles;
import dev.perflint.match.Match;
import dev.perflint.source.Frame;

/** Texts that are made for people who look into a failure or a program's state. */
final class ColdTexts {
  private ColdTexts() {}

  /**
   * {@code if (index < 0) { missing += name; found = true; }}: a branch that adds and tells a flag
   * is for what is not as it should be.
   */
  static boolean collectsErrors(Match match) {
    return match
        .node()
        .findAncestor(BlockStmt.class)
        .filter(block -> block.getParentNode().filter(IfStmt.class::isInstance).isPresent())
        .filter(block -> block.getStatements().stream().anyMatch(ColdTexts::tellsFlag))
        .isPresent();
  }

  private static boolean tellsFlag(Statement statement) {
    return statement instanceof ExpressionStmt expression
        && expression.getExpression() instanceof AssignExpr assign
        && assign.getOperator() == AssignExpr.Operator.ASSIGN
        && assign.getValue() instanceof BooleanLiteralExpr value
        && value.getValue();
  }

  /** A {@code toString} method. */
  static boolean isDescription(Match match) {
    return MethodRoles.callable(match.site().frame())
        .filter(MethodDeclaration.class::isInstance)
        .filter(method -> method.getNameAsString().equals("toString"))
        .filter(method -> method.getParameters().isEmpty())
        .isPresent();
  }

  /** A block around ends in a {@code throw}, or the class itself is an exception. */
  static boolean isForException(Match match) {
    for (Node at = match.node();
        at != null && !(at instanceof BodyDeclaration<?>);
        at = at.getParentNode().orElse(null)) {
      if (at instanceof BlockStmt block
          && block.getStatements().getLast().filter(Statement::isThrowStmt).isPresent()) {
        return true;
      }
    }
    return match
        .site()
        .frame()
        .nearest(Frame.Kind.TYPE)
        .map(Frame::node)
        .filter(TypeDeclaration.class::isInstance)
        .map(type -> ((TypeDeclaration<?>) type).getNameAsString())
        .filter(name -> name.endsWith("Exception") || name.endsWith("Error"))
        .isPresent();
  }
}
