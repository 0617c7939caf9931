package dev.perflint.report.text;

/**
 * How the text report looks.
 *
 * @param colour with SGR codes
 * @param explainRank also print the terms of the ranking
 * @param width of a line in terminal cells, at least 60
 */
public record TextOptions(boolean colour, boolean explainRank, int width) {
  /** No colour, no terms, 100 columns. */
  public static final TextOptions PLAIN = new TextOptions(false, false, 100);

  public TextOptions {
    if (width < 60) {
      throw new IllegalArgumentException("too narrow for a code frame: " + width);
    }
  }
}
