package dev.perflint.source;

import com.github.javaparser.ast.Node;

/** Which node stands in which. */
public final class Ancestry {
  private Ancestry() {}

  /**
   * Whether a node stands somewhere in another one; not whether it is that one. Upwards from the
   * inner one: the parser's own {@code isAncestorOf} walks through all of the outer one.
   */
  public static boolean holds(Node outer, Node inner) {
    Node at = inner.getParentNode().orElse(null);
    while (at != null && at != outer) {
      at = at.getParentNode().orElse(null);
    }
    return at == outer;
  }
}
