package dev.perflint.source;

import java.util.List;

/**
 * A place in the source that does not want to hear of some rules.
 *
 * @param line where it is written
 * @param firstLine of the code that it covers
 * @param lastLine of the code that it covers
 * @param rules ids, or {@code all}
 * @param reason as written behind {@code --}; empty without one
 */
public record Suppression(
    int line, int firstLine, int lastLine, List<String> rules, String reason) {
  /** The word for every rule. */
  public static final String ALL = "all";

  public Suppression {
    rules = List.copyOf(rules);
  }

  /** Whether a finding of that rule on that line is covered. */
  public boolean covers(String rule, int findingLine) {
    return findingLine >= firstLine
        && findingLine <= lastLine
        && (rules.contains(rule) || rules.contains(ALL));
  }
}
