package dev.perflint.rule;

import java.util.Collection;
import java.util.Optional;

/** The nearest known word to a mistyped one. */
public final class Suggestion {
  private Suggestion() {}

  /** "; did you mean ...?", or nothing when no word is near. */
  public static String hint(String typed, Collection<String> known) {
    return nearest(typed, known).map(word -> "; did you mean \"" + word + "\"?").orElse("");
  }

  /** The word with the fewest differences, if at most a third of the letters differ. */
  public static Optional<String> nearest(String typed, Collection<String> known) {
    String best = null;
    int fewest = Math.max(2, typed.length() / 3) + 1;
    for (String word : known) {
      int distance = distance(typed, word);
      if (distance < fewest) {
        fewest = distance;
        best = word;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Insertions, deletions and replacements (Levenshtein). */
  static int distance(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] current = new int[to.length() + 1];
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replace = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
