package dev.perflint.source;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** Texts of exceptions and of scanned code, made fit for one line of a notice. */
final class Messages {
  private static final int MAX_LENGTH = 160;

  private Messages() {}

  /** The first line, cut, without control and formatting characters. */
  static String oneLine(@Nullable String text) {
    return text == null ? "no reason given" : shorten(firstLine(text.strip()), MAX_LENGTH);
  }

  /** Why the file system refused, without the path that its messages begin with. */
  static String reason(IOException e) {
    boolean known = e instanceof FileSystemException f && f.getReason() != null;
    return oneLine(known ? ((FileSystemException) e).getReason() : e.getMessage());
  }

  static String shorten(String text, int max) {
    StringBuilder visible = new StringBuilder(Math.min(text.length(), max) + 8);
    int at = 0;
    while (at < text.length() && visible.length() < max) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (isInvisible(c)) {
        visible.append(String.format("\\u%04X", c));
      } else {
        visible.appendCodePoint(c);
      }
    }
    return at < text.length() ? visible.append('…').toString() : visible.toString();
  }

  private static String firstLine(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return text.substring(0, end);
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.UNASSIGNED;
  }
}
