package dev.perflint.report.content;

/**
 * Numbers as reports write them. Logarithms may differ in their last bit from one machine to the
 * next; a report may not.
 */
public final class Rounded {
  private Rounded() {}

  /** To two decimals. */
  public static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
