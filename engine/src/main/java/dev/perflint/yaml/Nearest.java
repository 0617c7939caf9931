package dev.perflint.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that a mistyped one probably means. */
public final class Nearest {
  private Nearest() {}

  /** The known word with the fewest edits, if they are at most two or a third of the letters. */
  public static Optional<String> to(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> edits(word, candidate) <= Math.max(2, word.length() / 3))
        .min(Comparator.comparingInt((String candidate) -> edits(word, candidate)));
  }

  /** A sentence to append to "unknown ...": empty when nothing is near. */
  public static String suggestion(String word, Collection<String> known) {
    return to(word, known).map(near -> "; did you mean \"" + near + "\"?").orElse("");
  }

  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
