package dev.perflint.recall;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A comment at the end of a line of the shop.
 *
 * @param file by its path, as the scan names it
 * @param method the one that it stands in, as {@link RoundTrips} names it
 * @param why it is missed, or wrongly found
 */
record Marker(String file, int line, Kind kind, String method, String why) {
  static final Pattern PATTERN = Pattern.compile("// (n\\+1|missed|alarm)(?:: (.+))?$");

  /** What is expected of the line. */
  enum Kind {
    /** It runs for each row, and the scan says so. */
    FOUND,
    /** It runs for each row, and the scan does not know. */
    MISSED,
    /** The scan says that it runs for each row, which is wrong. */
    ALARM;

    static Kind of(String word) {
      return word.equals("n+1") ? FOUND : valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  String place() {
    return file + ":" + line;
  }
}
