package dev.perflint.report.text;

/**
 * How many terminal cells a character takes: none, one or two. The blocks that Java source is
 * likely to hold, not the whole of Unicode; a wrong guess shifts an underline, nothing else.
 */
final class Cells {
  private Cells() {}

  static int width(String text) {
    int cells = 0;
    int codePoint;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      cells += width(codePoint);
    }
    return cells;
  }

  static int width(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    if (isCombining(codePoint)) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /** Spaces that fill a text up to so many cells; none when it is as wide already. */
  static String padding(String text, int cells) {
    return " ".repeat(Math.max(0, cells - width(text)));
  }

  private static boolean isCombining(int c) {
    return c <= 0x36f
        || (c >= 0x1ab0 && c <= 0x1aff)
        || (c >= 0x1dc0 && c <= 0x1dff)
        || c == 0x200c
        || c == 0x200d
        || (c >= 0x20d0 && c <= 0x20ff)
        || c == 0x3099
        || c == 0x309a
        || (c >= 0xfe00 && c <= 0xfe0f)
        || (c >= 0xfe20 && c <= 0xfe2f)
        || (c >= 0xe0100 && c <= 0xe01ef);
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f) // Hangul initials
        || (c >= 0x2e80 && c <= 0x303e) // CJK radicals and punctuation
        || (c >= 0x3041 && c <= 0x4dbf) // kana to CJK extension A
        || (c >= 0x4e00 && c <= 0xa4cf) // CJK, Yi
        || (c >= 0xa960 && c <= 0xa97f)
        || (c >= 0xac00 && c <= 0xd7a3) // Hangul syllables
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60) // full-width forms
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x1f300 && c <= 0x1f64f) // pictographs
        || (c >= 0x1f680 && c <= 0x1f6ff)
        || (c >= 0x1f900 && c <= 0x1f9ff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}
