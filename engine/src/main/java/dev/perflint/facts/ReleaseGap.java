package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import dev.perflint.types.Truth;

/**
 * A way on which what was taken is not given back.
 *
 * @param at the statement that leaves with it, or the call after whose failure it is lost; for
 *     {@link Kind#NEVER} and {@link Kind#END} what took it
 * @param truth open where another file may give it back
 */
public record ReleaseGap(Kind kind, Node at, Truth truth) {
  /** How it is lost. */
  public enum Kind {
    /** Nothing gives it back. */
    NEVER,
    /** A return or throw leaves before it is given back. */
    EXIT,
    /** Some way to the end of the method does not give it back. */
    END,
    /** When a call fails, what gives it back is passed over. */
    FAILURE
  }
}
