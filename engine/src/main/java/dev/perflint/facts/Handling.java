package dev.perflint.facts;

import com.github.javaparser.ast.expr.Expression;
import dev.perflint.types.MethodRef;
import java.util.List;

/**
 * What one file does with an object: through locals, fields, casts, private methods and what wraps
 * it.
 *
 * @param on calls that work on it or on what wraps it, with the calls chained to them
 * @param with calls and creations that are given it
 * @param handed methods of the project, as it seems, that are given it
 * @param leaves whether other files get hold of it as well
 * @param astray whether something gets hold of it of which nothing is known
 */
public record Handling(
    List<Expression> on,
    List<Expression> with,
    List<Handed> handed,
    boolean leaves,
    boolean astray) {
  /**
   * A hand-over that the merge can follow.
   *
   * @param argument from 0
   */
  public record Handed(MethodRef method, int argument) {}

  public Handling {
    on = List.copyOf(on);
    with = List.copyOf(with);
    handed = List.copyOf(handed);
  }

  /** Whether something gets hold of it of which this file knows nothing. */
  public boolean lost() {
    return astray || !handed.isEmpty();
  }

  /** The same for those who ask the merge about the methods that it is handed to. */
  public Handling here() {
    return new Handling(on, with, List.of(), leaves, astray);
  }
}
