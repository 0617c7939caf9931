package dev.perflint.report.draft;

import dev.perflint.report.content.Printable;
import dev.perflint.report.markdown.MarkdownText;
import java.util.Locale;

/** How a tracker writes what is no plain text; nothing of scanned code becomes markup in any. */
public enum Dialect {
  GITHUB,
  GITLAB,
  JIRA;

  /** One line of text in which backticks enclose code. */
  String line(String text) {
    return this == JIRA ? JiraText.line(text) : MarkdownText.line(text);
  }

  String code(String text) {
    return this == JIRA ? JiraText.code(text) : MarkdownText.code(text);
  }

  /** Lines of code, which cannot end the block that they stand in. */
  String block(String language, String code) {
    String shown =
        code.lines()
            .map(line -> line.replace("\t", "    "))
            .map(Printable::of)
            .reduce((a, b) -> a + "\n" + b)
            .orElse("");
    if (this == JIRA) {
      return JiraText.block(language, shown);
    }
    String fence = "```";
    while (shown.contains(fence)) {
      fence += "`";
    }
    return fence + language + "\n" + shown + "\n" + fence;
  }

  /** A link, or the text alone where nothing is known to link to. */
  String link(String text, String url) {
    if (url.isEmpty()) {
      return code(text);
    }
    return this == JIRA
        ? "[" + JiraText.plain(Printable.of(text)) + "|" + url + "]"
        : "[" + MarkdownText.code(text) + "](" + url + ")";
  }

  String box(boolean ticked) {
    return this == JIRA ? "* " + (ticked ? "(/)" : "( )") : "- [" + (ticked ? "x" : " ") + "]";
  }

  /** The word that users type. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
