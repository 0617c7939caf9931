package dev.perflint.facts;

/**
 * What a call hands over at one argument, as far as it tells how many elements that has.
 *
 * @param parameter of the calling method from which it comes, counted from 0; {@link #NONE} when it
 *     comes from elsewhere
 * @param size how many elements it has; 0 when the call does not show it
 */
public record Passed(int parameter, int size) {
  /** No parameter. */
  public static final int NONE = -1;

  /** Anything. */
  public static final Passed UNKNOWN = new Passed(NONE, 0);

  static Passed parameter(int position) {
    return position == NONE ? UNKNOWN : new Passed(position, 0);
  }

  static Passed size(int elements) {
    return new Passed(NONE, elements);
  }
}
