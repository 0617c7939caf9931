package dev.perflint.report.markdown;

import dev.perflint.report.content.Printable;

/**
 * Text of findings as Markdown. Code stays code; of the rest nothing is markup, mentions anybody or
 * refers to an issue, whatever the scanned code is called.
 */
public final class MarkdownText {
  private static final String MARKUP = "\\`*_{}[]<>()#+-.!|~&@:";

  private MarkdownText() {}

  /** One line of text in which backticks enclose code, as messages have it. */
  public static String line(String text) {
    StringBuilder markdown = new StringBuilder();
    String rest = Printable.of(text);
    while (true) {
      int begin = rest.indexOf('`');
      int end = begin < 0 ? -1 : rest.indexOf('`', begin + 1);
      if (end < 0) {
        return markdown.append(plain(rest)).toString();
      }
      markdown.append(plain(rest.substring(0, begin)));
      String code = rest.substring(begin + 1, end);
      markdown.append(code.isBlank() ? "" : code(code));
      rest = rest.substring(end + 1);
    }
  }

  /** One line of text as code; a bar would end the cell of a table even there. */
  public static String code(String text) {
    String shown = Printable.of(text);
    String fence = "`".repeat(longestRun(shown) + 1);
    boolean padded = shown.startsWith("`") || shown.endsWith("`") || shown.isBlank();
    String space = padded ? " " : "";
    return fence + space + shown.replace("|", "\\|") + space + fence;
  }

  /** How many backticks stand side by side at most. */
  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** Numeric references, since a backslash does not keep a mention from being one. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean harmless = MARKUP.indexOf(c) < 0 || isPunctuation(text, i);
      plain.append(harmless ? String.valueOf(c) : "&#" + (int) c + ";");
    }
    return plain.toString();
  }

  /** A full stop, hyphen, colon, parenthesis or exclamation mark as prose has them. */
  private static boolean isPunctuation(String text, int at) {
    char c = text.charAt(at);
    boolean letterBefore = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    boolean letterAfter = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    return switch (c) {
      case '.' -> letterBefore && !letterAfter && !isDigit(text, at - 1);
      case '-' -> letterBefore && letterAfter;
      case ')' -> letterBefore && !letterAfter;
      // Before a slash it would begin a link.
      case ':' -> letterBefore && (at + 1 == text.length() || text.charAt(at + 1) == ' ');
      case '(' -> letterAfter;
      default -> false;
    };
  }

  private static boolean isDigit(String text, int at) {
    return Character.isDigit(text.charAt(at));
  }
}
