package dev.perflint.words;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses what somebody meant who mistyped a word. */
public final class Nearest {
  private Nearest() {}

  /**
   * The known word with the fewest differing letters, the first in the order of the alphabet among
   * several; else the one that was begun.
   *
   * @return empty when none is near enough to be a slip of the fingers
   */
  public static Optional<String> to(String word, Collection<String> known) {
    String typed = word.toLowerCase(Locale.ROOT);
    String best = "";
    int bestDistance = 1 + Math.max(1, typed.length() / 3);
    for (String candidate : known.stream().sorted().toList()) {
      int distance = distance(typed, candidate.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    if (!best.isEmpty()) {
      return Optional.of(best);
    }
    List<String> begun = known.stream().filter(candidate -> candidate.startsWith(typed)).toList();
    return typed.length() >= 3 && begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
  }

  /** {@code "; did you mean x?"}, or nothing. */
  public static String hint(String word, Collection<String> known) {
    return to(word, known).map(near -> "; did you mean " + near + "?").orElse("");
  }

  /** Levenshtein's: letters to insert, delete or replace; two swapped neighbours count as one. */
  public static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, 1 + Math.min(last[j], row[j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
