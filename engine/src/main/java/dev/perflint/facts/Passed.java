package dev.perflint.facts;

/**
 * What a call hands over at one argument, as far as it tells how many elements that has, or which
 * constant it is.
 *
 * @param parameter of the calling method from which it comes, counted from 0; {@link #NONE} when it
 *     comes from elsewhere
 * @param whole whether it is that parameter, not a part of it
 * @param size how many elements it has; 0 when the call does not show it
 * @param constant as {@link Constants} writes it; {@link Constants#UNKNOWN}
 */
public record Passed(int parameter, boolean whole, int size, String constant) {
  /** No parameter. */
  public static final int NONE = -1;

  /** Anything. */
  public static final Passed UNKNOWN = new Passed(NONE, false, 0, Constants.UNKNOWN);

  static Passed parameter(int position, boolean whole) {
    return position == NONE ? UNKNOWN : new Passed(position, whole, 0, Constants.UNKNOWN);
  }

  static Passed size(int elements) {
    return new Passed(NONE, false, elements, Constants.UNKNOWN);
  }

  static Passed constant(String text) {
    return new Passed(NONE, false, 0, text);
  }
}
