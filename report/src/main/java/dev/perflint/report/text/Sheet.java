package dev.perflint.report.text;

import java.io.IOException;
import java.io.Writer;
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

  /** A labelled text with a second one at the right margin, or below where both do not fit. */
  void labelled(String label, String text, Ink right) throws IOException {
    String shownLabel = INDENT + palette.strong(label) + Cells.padding(label, LABEL_WIDTH);
    int indent = INDENT.length() + LABEL_WIDTH;
    List<String> lines = Paragraph.wrap(text, width - indent);
    for (int i = 0; i < lines.size(); i++) {
      String left = i == 0 ? shownLabel : " ".repeat(indent);
      if (i < lines.size() - 1) {
        line(left + lines.get(i));
      } else {
        Ink last = new Ink(" ".repeat(indent) + lines.get(i), left + lines.get(i));
        spread(last, right, " ".repeat(indent));
      }
    }
  }

  /**
   * One text at each margin; on two lines where they do not fit on one.
   *
   * @param indent before the second text when it gets its own line
   */
  void spread(Ink left, Ink right, String indent) throws IOException {
    int gap = width - Cells.width(left.plain()) - Cells.width(right.plain());
    if (gap >= 2) {
      line(left.shown() + " ".repeat(gap) + right.shown());
    } else {
      line(left.shown());
      line(indent + right.shown());
    }
  }

  /**
   * A text to measure and the same text with its colours.
   *
   * @param plain without SGR codes
   * @param shown with them
   */
  record Ink(String plain, String shown) {}
}
