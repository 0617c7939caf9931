package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;

/**
 * One repetition around a site.
 *
 * @param node the loop statement, or the call that runs a lambda per element
 * @param factor how often it runs: its size when known to be small or constant, else {@link
 *     #UNBOUNDED}
 * @param text for messages, e.g. "loop over orders"
 * @param truth whether it is one at all: that of a lambda may depend on the receiver's type
 */
public record Loop(Node node, Kind kind, double factor, String text, Truth truth) {
  /** What a loop over data of unknown size counts as. */
  public static final double UNBOUNDED = 100;

  /** Why it repeats. */
  public enum Kind {
    /** Once for each of several things. */
    PER_ELEMENT,
    /** Once for each chunk or page of them. */
    CHUNK,
    /** Until it succeeds. */
    RETRY,
    /** For ever, or until told to stop: a worker, a poller. */
    ENDLESS,
    /** While some condition holds that says nothing of elements. */
    CONDITION
  }

  public Loop {
    // A constant bound of a million says no more than that the loop is long.
    factor = Math.min(factor, UNBOUNDED);
  }

  /** The same over that many elements. */
  Loop ofElements(double elements) {
    return new Loop(node, kind, elements, text, truth);
  }

  /** Whether another file decides if it is a loop at all. */
  public boolean isOpen() {
    return truth instanceof Truth.Open open && open.question() instanceof Question.DoesTo;
  }

  public boolean isPerElement() {
    return kind == Kind.PER_ELEMENT;
  }

  /** Whether it may run over many elements. */
  public boolean isUnbounded() {
    return factor >= UNBOUNDED;
  }
}
