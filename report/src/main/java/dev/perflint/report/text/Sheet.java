package dev.perflint.report.text;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The page that the text report is written on: indentation, labels, alignment to the right. */
final class Sheet {
  /** Where messages and labels start. */
  static final String INDENT = "    ";

  /** Where the text behind a label starts; the widest label is "Instead". */
  private static final int LABEL_WIDTH = 9;

  private final Writer out;
  private final Palette palette;
  private final int width;

  Sheet(Writer out, Palette palette, int width) {
    this.out = out;
    this.palette = palette;
    this.width = width;
  }

  int width() {
    return width;
  }

  Palette palette() {
    return palette;
  }

  void line(String text) throws IOException {
    out.append(text).append('\n');
  }

  /** Lines broken to the width, all indented alike. */
  void paragraph(String text, UnaryOperator<String> ink) throws IOException {
    for (String line : Paragraph.wrap(text, width - INDENT.length())) {
      line(INDENT + ink.apply(line));
    }
  }

  /** A word at the left and, beside it, one or more paragraphs. */
  void labelled(String label, List<String> paragraphs) throws IOException {
    int indent = INDENT.length() + LABEL_WIDTH;
    String left = INDENT + palette.strong(label) + Cells.padding(label, LABEL_WIDTH);
    for (String paragraph : paragraphs) {
      for (String line : Paragraph.wrap(paragraph, width - indent)) {
        line(left + line);
        left = " ".repeat(indent);
      }
    }
  }

  /** A labelled line of a table: the head keeps its spaces, the text breaks beside it. */
  void row(String label, String head, String text) throws IOException {
    int indent = INDENT.length() + LABEL_WIDTH + Cells.width(head);
    String left = INDENT + palette.strong(label) + Cells.padding(label, LABEL_WIDTH) + head;
    for (String line : Paragraph.wrap(text, width - indent)) {
      line(left + line);
      left = " ".repeat(indent);
    }
  }

  /** A labelled text with a second one at the right margin, on the same line where both fit. */
  void labelled(String label, String text, Ink right) throws IOException {
    int indent = INDENT.length() + LABEL_WIDTH;
    String left = INDENT + palette.strong(label) + Cells.padding(label, LABEL_WIDTH);
    Iterator<String> lines = Paragraph.wrap(text, width - indent).iterator();
    String last = lines.next();
    while (lines.hasNext()) {
      line(left + last);
      left = " ".repeat(indent);
      last = lines.next();
    }
    int cells = indent + Cells.width(last);
    if (fits(cells, right)) {
      line(left + last + gap(cells, right) + right.shown());
    } else {
      line(left + last);
      line(gap(0, right) + right.shown());
    }
  }

  /** One text at each margin; the second one indented below where they do not fit on one line. */
  void spread(Ink left, Ink right) throws IOException {
    int cells = Cells.width(left.plain());
    if (fits(cells, right)) {
      line(left.shown() + gap(cells, right) + right.shown());
    } else {
      line(left.shown());
      line(INDENT + right.shown());
    }
  }

  private boolean fits(int cells, Ink right) {
    return cells + 2 + Cells.width(right.plain()) <= width;
  }

  private String gap(int cells, Ink right) {
    return " ".repeat(Math.max(0, width - cells - Cells.width(right.plain())));
  }

  /**
   * A text to measure and the same text with its colours.
   *
   * @param plain without SGR codes
   * @param shown with them
   */
  record Ink(String plain, String shown) {}
}
