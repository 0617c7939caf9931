package dev.perflint.report.draft;

import dev.perflint.report.content.Printable;

/** Text as Jira's markup. */
final class JiraText {
  private static final String MARKUP = "\\{}[]*_-+^~|!#?@:()";

  private JiraText() {}

  static String line(String text) {
    StringBuilder markup = new StringBuilder();
    String[] parts = Printable.of(text).split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean isCode = i % 2 == 1 && i < parts.length - 1;
      markup.append(isCode ? code(parts[i]) : plain(parts[i]));
    }
    return markup.toString();
  }

  static String code(String text) {
    return "{{" + plain(Printable.of(text)) + "}}";
  }

  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (MARKUP.indexOf(c) >= 0 && !isWithinWord(text, i)) {
        plain.append('\\');
      }
      plain.append(c);
    }
    return plain.toString();
  }

  /** A hyphen or the like between letters is no markup. */
  private static boolean isWithinWord(String text, int at) {
    char c = text.charAt(at);
    return (c == '-' || c == ':')
        && at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && (Character.isLetterOrDigit(text.charAt(at + 1)) || text.charAt(at + 1) == ' ');
  }

  /** {@code {code}} would end the block from within. */
  static String block(String language, String code) {
    String name = language.isEmpty() || language.equals("diff") ? "" : ":" + language;
    return "{code" + name + "}\n" + code.replace("{code", "{ code") + "\n{code}";
  }
}
