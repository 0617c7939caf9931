package dev.perflint.cli;

/** Breaks prose into lines that fit a terminal. */
final class Paragraphs {
  private static final int WIDTH = 88;

  private Paragraphs() {}

  /**
   * The words of the text in lines, each indented; a word that is longer than a line gets its own.
   */
  static String indented(String text, String indent) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    int column = 0;
    for (String word : text.strip().split("\\s+")) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        out.append('\n');
        column = 0;
      }
      String before = column == 0 ? indent : " ";
      out.append(before).append(word);
      column += before.length() + word.length();
    }
    return out.append('\n').toString();
  }
}
