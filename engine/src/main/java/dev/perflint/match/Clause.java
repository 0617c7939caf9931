package dev.perflint.match;

/**
 * A condition in its place in a rule. Compared by identity of the condition's test, so that the
 * contract tests can drop one clause and see what changes.
 *
 * @param label what a reader is told when it decides, e.g. "split takes its fast path"
 */
public record Clause(Kind kind, String label, Condition condition) {
  /** The word that introduces it. */
  public enum Kind {
    WHERE,
    INSIDE,
    UNLESS
  }
}
