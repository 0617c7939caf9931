package dev.perflint.fix;

/** The line end that a text uses. */
final class LineEnds {
  private LineEnds() {}

  /** That of the first line; {@code \n} for a text of one line. */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return "\n";
      }
      if (c == '\r') {
        return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "\r\n" : "\r";
      }
    }
    return "\n";
  }
}
