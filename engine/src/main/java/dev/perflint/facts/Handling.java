package dev.perflint.facts;

import com.github.javaparser.ast.expr.Expression;
import java.util.List;

/**
 * What one file does with an object: through locals, fields, casts, private methods and what wraps
 * it.
 *
 * @param on calls that work on it or on what wraps it, with the calls chained to them
 * @param with calls and creations that are given it
 * @param leaves whether other files get hold of it as well
 * @param lost whether something gets hold of it of which nothing is known
 */
public record Handling(List<Expression> on, List<Expression> with, boolean leaves, boolean lost) {
  public Handling {
    on = List.copyOf(on);
    with = List.copyOf(with);
  }
}
