package dev.perflint.rank;

import dev.perflint.facts.Constants;
import dev.perflint.facts.Loop;

/**
 * What a way hands over at one parameter.
 *
 * @param elements how many it has at most; {@link Loop#UNBOUNDED} when that is not known
 * @param constant as {@link Constants} writes it; {@link Constants#UNKNOWN}
 */
public record Argument(double elements, String constant) {
  /** Anything. */
  public static final Argument UNKNOWN = new Argument(Loop.UNBOUNDED, Constants.UNKNOWN);

  /** Of which only that is known. */
  public static Argument of(double elements) {
    return new Argument(elements, Constants.UNKNOWN);
  }
}
