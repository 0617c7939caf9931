package dev.perflint.rule;

/**
 * The run-time JDK feature releases on which a rule holds, both ends included.
 *
 * @param until {@link Integer#MAX_VALUE} for no end
 */
public record JdkRange(int from, int until) {
  /** Every release that perflint knows of. */
  public static final JdkRange ANY = new JdkRange(8, Integer.MAX_VALUE);

  public JdkRange {
    if (from < 1 || until < from) {
      throw new IllegalArgumentException("not a range of JDK releases: " + from + " to " + until);
    }
  }

  public boolean contains(int release) {
    return release >= from && release <= until;
  }

  @Override
  public String toString() {
    return until == Integer.MAX_VALUE ? from + "+" : from + "-" + until;
  }
}
