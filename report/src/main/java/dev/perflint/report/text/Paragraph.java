package dev.perflint.report.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines at its spaces. */
final class Paragraph {
  private Paragraph() {}

  /**
   * @param width in cells; a word that is wider gets a line of its own
   * @return at least one line
   */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int cells = 0;
    for (String word : text.strip().split(" +")) {
      int wordCells = Cells.width(word);
      if (cells > 0 && cells + 1 + wordCells > width) {
        lines.add(line.toString());
        line.setLength(0);
        cells = 0;
      }
      if (cells > 0) {
        line.append(' ');
        cells++;
      }
      line.append(word);
      cells += wordCells;
    }
    lines.add(line.toString());
    return lines;
  }
}
