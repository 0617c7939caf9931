package dev.perflint.rule;

/**
 * What a rule makes of places that waste little however often they run.
 *
 * @param handful of those whose loops go through a handful only, e.g. what a request hands over
 * @param start of those that nothing but a start reaches, their users counted
 * @param unreached of those that nobody is known to reach, in an application whose ways are known
 */
public record Little(Weight handful, Weight start, Weight unreached) {
  /** As much as all other places. */
  public static final Little COUNTS = new Little(Weight.COUNTS, Weight.COUNTS, Weight.COUNTS);

  /** What a rule makes of such a place. */
  public enum Weight {
    /** As much as of others. */
    COUNTS,
    /** It is pedantic. */
    SMALL,
    /** It is pedantic, and nobody wants such places. */
    LEFT_OUT;

    private Weight strict() {
      return this == SMALL ? LEFT_OUT : this;
    }

    private Weight ifSo(boolean holds) {
      return holds ? this : COUNTS;
    }

    private Weight or(Weight other) {
      return other.compareTo(this) > 0 ? other : this;
    }
  }

  Little withSmallHandful() {
    return new Little(Weight.SMALL, start, unreached);
  }

  Little withSmallStart() {
    return new Little(handful, Weight.SMALL, unreached);
  }

  Little withSmallUnreached() {
    return new Little(handful, start, Weight.SMALL);
  }

  /** The same where nobody wants what is pedantic. */
  Little strict() {
    return new Little(handful.strict(), start.strict(), unreached.strict());
  }

  /**
   * What it makes of a place.
   *
   * @param isHandful whether all that repeats it goes through a handful
   * @param isStart whether nothing but a start reaches it
   * @param isUnreached whether nobody is known to
   */
  public Weight of(boolean isHandful, boolean isStart, boolean isUnreached) {
    return handful.ifSo(isHandful).or(start.ifSo(isStart)).or(unreached.ifSo(isUnreached));
  }
}
