package dev.perflint.report.text;

import dev.perflint.report.content.Printable;

/**
 * A source line as a terminal shows it: tabs expanded, unprintable characters escaped, and for each
 * UTF-16 unit of the source the cell where it appears.
 */
final class SourceLine {
  private static final int TAB = 4;

  private final String shown;
  private final int[] cellOfUnit;

  private SourceLine(String shown, int[] cellOfUnit) {
    this.shown = shown;
    this.cellOfUnit = cellOfUnit;
  }

  static SourceLine of(String source) {
    StringBuilder shown = new StringBuilder(source.length() + 16);
    int[] cellOfUnit = new int[source.length() + 1];
    int cell = 0;
    int codePoint;
    for (int i = 0; i < source.length(); i += Character.charCount(codePoint)) {
      codePoint = source.codePointAt(i);
      cellOfUnit[i] = cell;
      if (Character.charCount(codePoint) == 2) {
        cellOfUnit[i + 1] = cell;
      }
      if (codePoint == '\t') {
        int spaces = TAB - cell % TAB;
        shown.append(" ".repeat(spaces));
        cell += spaces;
      } else if (Printable.isUnprintable(codePoint)) {
        String escape = Printable.escape(codePoint);
        shown.append(escape);
        cell += escape.length();
      } else {
        shown.appendCodePoint(codePoint);
        cell += Cells.width(codePoint);
      }
    }
    cellOfUnit[source.length()] = cell;
    return new SourceLine(shown.toString().stripTrailing(), cellOfUnit);
  }

  boolean isBlank() {
    return shown.isEmpty();
  }

  /** Cells before the first visible character. */
  int indentation() {
    int spaces = 0;
    while (spaces < shown.length() && shown.charAt(spaces) == ' ') {
      spaces++;
    }
    return spaces;
  }

  /** Cells up to the last visible character. */
  int width() {
    return Cells.width(shown);
  }

  /**
   * @param column from 1 in UTF-16 units; one behind the line's end means the end
   */
  int cellAt(int column) {
    return cellOfUnit[Math.min(column, cellOfUnit.length) - 1];
  }

  /**
   * The part between two cells. What is cut off shows as an ellipsis in the first and last cell,
   * indentation that is cut off does not.
   */
  String window(int from, int to) {
    boolean cutLeft = from > indentation();
    boolean cutRight = width() > to;
    StringBuilder part = new StringBuilder();
    int cell = 0;
    int codePoint;
    for (int i = 0; i < shown.length(); i += Character.charCount(codePoint)) {
      codePoint = shown.codePointAt(i);
      int width = Cells.width(codePoint);
      if (cell >= from + (cutLeft ? 1 : 0) && cell + width <= to - (cutRight ? 1 : 0)) {
        part.append(part.isEmpty() && cutLeft ? "…" + " ".repeat(cell - from - 1) : "");
        part.appendCodePoint(codePoint);
      }
      cell += width;
    }
    if (part.isEmpty() && cutLeft && !isBlank()) {
      part.append("…");
    }
    return cutRight ? part.append("…").toString() : part.toString();
  }
}
