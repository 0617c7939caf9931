package dev.perflint.rules.timeouts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;

/** What runs together, and in which order it is written. */
final class Bodies {
  private Bodies() {}

  /** The method or function that a node runs in. */
  static Node around(Node node) {
    Node at = node;
    while (at.getParentNode().isPresent()
        && !(at instanceof LambdaExpr)
        && !(at instanceof BodyDeclaration<?>)) {
      at = at.getParentNode().get();
    }
    return at;
  }

  static boolean isBefore(Node first, Node second) {
    return Node.NODE_BY_BEGIN_POSITION.compare(first, second) < 0;
  }
}
