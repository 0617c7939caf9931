package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import java.util.List;

/**
 * What happens to something that was taken and has to be given back, as far as its file shows.
 *
 * @param back calls and try statements that give it back
 * @param on calls of its own methods and of those of what carries it
 * @param handed methods of the project that get hold of it; maybe they give it back
 * @param returned where a private method returns it to callers that the other lists know
 * @param leaves where it goes out of sight: returned, kept, or handed to a library
 */
record Taken(
    List<Node> back, List<Node> on, List<Lent> handed, List<Node> returned, List<Node> leaves) {
  /** A hand-over, and the call that makes it. */
  record Lent(Node call, Handling.Handed to) {}

  Taken {
    back = List.copyOf(back);
    on = List.copyOf(on);
    handed = List.copyOf(handed);
    returned = List.copyOf(returned);
    leaves = List.copyOf(leaves);
  }
}
