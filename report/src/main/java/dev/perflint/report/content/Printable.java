package dev.perflint.report.content;

/**
 * Makes text from scanned code safe to show. Terminals act on control characters, and bidirectional
 * overrides make code look like other code; both are shown as the escape that Java would write.
 *
 * <p>The ranges are listed here and not asked of {@link Character}, whose answers change with the
 * JDK that runs perflint.
 */
public final class Printable {
  private Printable() {}

  /** The text with every unprintable character escaped, tabs and line ends too. */
  public static String of(String text) {
    int first = firstUnprintable(text);
    if (first < 0) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, first);
    int codePoint;
    for (int i = first; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      if (isUnprintable(codePoint)) {
        appendEscape(codePoint, shown);
      } else {
        shown.appendCodePoint(codePoint);
      }
    }
    return shown.toString();
  }

  /** One escape for each UTF-16 unit, as in Java source: ESC is {@code \}{@code u001b}. */
  public static String escape(int codePoint) {
    StringBuilder escape = new StringBuilder(6);
    appendEscape(codePoint, escape);
    return escape.toString();
  }

  /** Whether a character must not reach a terminal as it is; true of tabs and line ends as well. */
  public static boolean isUnprintable(int codePoint) {
    if (codePoint < 0x7f) {
      return codePoint < ' ';
    }
    return codePoint <= 0x9f
        || codePoint == 0xad // soft hyphen: invisible
        || codePoint == 0x61c
        || codePoint == 0x180e
        || codePoint == 0x200b
        || isBetween(codePoint, 0x200e, 0x200f)
        || isBetween(codePoint, 0x2028, 0x202e) // line separators, embeddings and overrides
        || isBetween(codePoint, 0x2060, 0x206f) // isolates and invisible operators
        || isBetween(codePoint, 0xd800, 0xdfff) // half of a pair
        || codePoint == 0xfeff
        || isBetween(codePoint, 0xfff9, 0xfffb)
        || isBetween(codePoint, 0xe0000, 0xe007f); // tags: invisible copies of ASCII
  }

  private static int firstUnprintable(String text) {
    int codePoint;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      if (isUnprintable(codePoint)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isBetween(int codePoint, int low, int high) {
    return codePoint >= low && codePoint <= high;
  }

  private static void appendEscape(int codePoint, StringBuilder out) {
    for (char unit : Character.toChars(codePoint)) {
      out.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        out.append(Character.forDigit((unit >> shift) & 0xf, 16));
      }
    }
  }
}
