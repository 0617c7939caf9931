package dev.perflint.cli;

/** Makes text from file names, sources and arguments safe to print. */
final class Printable {
  private Printable() {}

  /**
   * The same text with every control character and every mark that reorders text written as {@code
   * \u001b}: a file name must not be able to steer a terminal or to fake a line.
   */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || reorders(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean reorders(char c) {
    return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069') || c == '\u2028';
  }
}
