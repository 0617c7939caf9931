package dev.perflint.report.markdown;

import dev.perflint.report.content.Printable;

/**
 * Text of findings as Markdown. Code stays code; of the rest nothing is markup, mentions anybody or
 * refers to an issue, whatever the scanned code is called.
 */
public final class MarkdownText {
  /** Markup wherever it stands. */
  private static final String MARKUP = "\\`*[]<>|~&";

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

  /**
   * Numeric references for markup. Mentions and numbers of issues are looked for in what is left
   * when these are read, so that a comment has to part them.
   */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
      if ((c == '@' || c == '#') && word) {
        plain.append(c).append("<!-- -->");
      } else if (MARKUP.indexOf(c) >= 0 || isMarkupThere(text, i)) {
        plain.append("&#").append((int) c).append(';');
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** What is markup in some places only. */
  private static boolean isMarkupThere(String text, int at) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    boolean first = text.substring(0, at).isBlank();
    return switch (text.charAt(at)) {
      // An address becomes a link without any markup, and a word between colons a picture.
      case ':' -> next != ' ';
      case '.' -> text.substring(0, at).endsWith("www") || isNumber(text, at);
      case ')' -> isNumber(text, at);
      case '_' -> !isWithinWord(text, at);
      case '-', '+', '=', '#' -> first;
      case '/' -> first; // a command of GitLab
      default -> false;
    };
  }

  /** Digits alone before it make a list. */
  private static boolean isNumber(String text, int at) {
    String before = text.substring(0, at).strip();
    return !before.isEmpty() && before.chars().allMatch(Character::isDigit);
  }

  private static boolean isWithinWord(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }
}
