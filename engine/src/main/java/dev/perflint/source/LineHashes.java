package dev.perflint.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * GitHub's {@code primaryLocationLineHash} of each line, by which code scanning recognises an alert
 * after edits elsewhere in the file. A line's hash is a rolling hash of the 100 units that follow
 * its start, blanks left out, and how often the file has had that hash so far.
 *
 * <p>The text is read once; only hashes that are asked for are worked out.
 */
public final class LineHashes extends AbstractList<String> {
  private static final int WINDOW = 100;
  private static final long BASE = 37;
  private static final char END_OF_FILE = 65535;

  /** What hashes see of the text; then zeros, which the last windows reach into. */
  private final char[] units;

  /** Where each line begins in the units. */
  private final int[] starts;

  private LineHashes(char[] units, int[] starts) {
    this.units = units;
    this.starts = starts;
  }

  /** The hashes of a file; that of line 1 first. */
  public static List<String> of(SourceText source) {
    return of(asGitHubReads(source));
  }

  /** The hashes of a text; that of line 1 first. A line break at the end begins one more line. */
  public static List<String> of(String text) {
    char[] units = new char[text.length() + 1 + WINDOW];
    text.getChars(0, text.length(), units, 0);
    units[text.length()] = END_OF_FILE;
    int[] starts = new int[Math.max(16, text.length() / 32)];
    int length = 0;
    int lines = 0;
    boolean lineStarts = true;
    char before = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = units[i];
      boolean dropped = c == ' ' || c == '\t' || (c == '\n' && before == '\r');
      before = c;
      if (!dropped) {
        if (lineStarts) {
          starts = lines == starts.length ? Arrays.copyOf(starts, lines * 2) : starts;
          starts[lines++] = length;
        }
        lineStarts = c == '\r' || c == '\n';
        units[length++] = c == '\r' ? '\n' : c;
      }
    }
    Arrays.fill(units, length, units.length, '\0');
    return new LineHashes(units, Arrays.copyOf(starts, lines));
  }

  /** GitHub's action reads every file as UTF-8, leniently, and keeps a byte order mark. */
  private static String asGitHubReads(SourceText source) {
    if (source.charset().equals(ISO_8859_1)) {
      return new String(source.text().getBytes(ISO_8859_1), UTF_8);
    }
    return source.bomLength() > 0 ? '\uFEFF' + source.text() : source.text();
  }

  @Override
  public String get(int index) {
    int start = starts[Objects.checkIndex(index, starts.length)];
    int seen = 1;
    for (int line = 0; line < index; line++) {
      seen += sees(starts[line], start) ? 1 : 0;
    }
    long hash = 0;
    for (int i = start; i < start + WINDOW; i++) {
      hash = BASE * hash + units[i];
    }
    return Long.toHexString(hash) + ':' + seen;
  }

  /** Whether two windows hold the same, which is when their hashes are alike. */
  private boolean sees(int start, int other) {
    for (int i = 0; i < WINDOW; i++) {
      if (units[start + i] != units[other + i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int size() {
    return starts.length;
  }
}
