package dev.perflint.match;

import com.github.javaparser.ast.Node;

/**
 * What the index is asked for: nodes of a class, and for calls of a simple name.
 *
 * @param name empty for every node of the class
 */
public record Trigger(Class<? extends Node> nodeClass, String name) {
  static Trigger every(Class<? extends Node> nodeClass) {
    return new Trigger(nodeClass, "");
  }
}
