package dev.perflint.source;

import com.github.javaparser.ast.Node;

/**
 * A node that a rule or a fact may be about, with what surrounds it.
 *
 * @param frame the constructs around, innermost first
 * @param scope the names that can be meant here
 */
public record Site(Node node, Frame frame, Scope scope) {
  /** The node as a more special one. */
  public <N extends Node> N as(Class<N> type) {
    return type.cast(node);
  }
}
