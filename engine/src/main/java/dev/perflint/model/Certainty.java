package dev.perflint.model;

/**
 * How sure an answer is. One logic for everything that a scan decides: {@code and} is the minimum,
 * {@code or} the maximum, {@code not} swaps yes and no and leaves {@link #UNKNOWN} as it is.
 *
 * <p>Only {@link #LIKELY} and {@link #SURE} are reported, so whatever cannot be seen makes perflint
 * quieter.
 */
public enum Certainty {
  /** It does not hold. */
  NO,
  /** It cannot be said from what was read: an unresolved type, an open question. */
  UNKNOWN,
  /** Import and name say so. */
  LIKELY,
  /** Resolved. */
  SURE;

  /** The answer to a plain yes-or-no question that the source itself decides. */
  public static Certainty of(boolean holds) {
    return holds ? SURE : NO;
  }

  public Certainty and(Certainty other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Certainty or(Certainty other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * NO becomes SURE; LIKELY and SURE become NO; UNKNOWN stays, so that a veto that may hold still
   * vetoes.
   */
  public Certainty not() {
    return switch (this) {
      case NO -> SURE;
      case UNKNOWN -> UNKNOWN;
      case LIKELY, SURE -> NO;
    };
  }

  public boolean isReported() {
    return compareTo(LIKELY) >= 0;
  }
}
