package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;

/** The function or else the member in whose body something runs. */
public final class CodeAround {
  private CodeAround() {}

  /** The innermost one; the root of what holds the node where it stands in none. */
  public static Node of(Node node) {
    Node at = node;
    while (at.getParentNode().isPresent()
        && !(at instanceof LambdaExpr)
        && !(at instanceof BodyDeclaration)) {
      at = at.getParentNode().get();
    }
    return at;
  }
}
