package dev.perflint.model;

import java.util.List;

/**
 * Why a finding has its priority.
 *
 * @param lines in words and numbers for the text report, e.g. "per request: GET /prices/{sku} →
 *     PriceController.get"
 * @param terms the numbers of the ranking, in the order in which they were added
 * @param waste log10 of nanoseconds wasted a second of operation; NaN when the rule has no number
 *     for its cost
 */
public record Reason(List<String> lines, List<Term> terms, double waste) {
  /**
   * One term of the sum.
   *
   * @param name e.g. "cost", "entry point", "loop"
   * @param log10 what it adds to the waste
   * @param text where it comes from
   */
  public record Term(String name, double log10, String text) {}

  public Reason {
    lines = List.copyOf(lines);
    terms = List.copyOf(terms);
  }
}
