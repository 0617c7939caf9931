package dev.perflint.source;

import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The nodes below a node. JavaParser's own walk keeps a stack of iterators and takes several times
 * as long, which shows where it is done for each method or variable of a scan.
 */
public final class Descendants {
  private Descendants() {}

  /** The node itself and what is below it of that class, in the order of the text. */
  public static <N extends Node> List<N> of(Node root, Class<N> type) {
    List<N> found = new ArrayList<>();
    each(root, type, found::add);
    return found;
  }

  /** The same, one by one. */
  public static <N extends Node> void each(Node root, Class<N> type, Consumer<? super N> action) {
    if (type.isInstance(root)) {
      action.accept(type.cast(root));
    }
    List<Node> children = root.getChildNodes();
    for (int i = 0; i < children.size(); i++) {
      each(children.get(i), type, action);
    }
  }
}
