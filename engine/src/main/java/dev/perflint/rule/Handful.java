package dev.perflint.rule;

/**
 * What a rule makes of a place that runs a handful of times, e.g. for what a request hands over.
 */
public enum Handful {
  /** As much as of others. */
  COUNTS,
  /** It is pedantic. */
  SMALL,
  /** It is pedantic, and nobody wants such places. */
  LEFT_OUT
}
