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
 * <p>All hashes cost one pass over the text; only those that are asked for become strings.
 */
public final class LineHashes extends AbstractList<String> {
  private static final int WINDOW = 100;
  private static final long BASE = 37;
  private static final char END_OF_FILE = 65535;
  private static final long BASE_TO_WINDOW = power(BASE, WINDOW);

  private final long[] hashes;

  private LineHashes(long[] hashes) {
    this.hashes = hashes;
  }

  /** The hashes of a file; that of line 1 first. */
  public static List<String> of(SourceText source) {
    return of(asGitHubReads(source));
  }

  /** The hashes of a text; that of line 1 first. A line break at the end begins one more line. */
  public static List<String> of(String text) {
    // What is left after the end is zeros, which the last windows reach into.
    char[] units = Arrays.copyOf(text.toCharArray(), text.length() + 1 + WINDOW);
    int[] starts = new int[Math.max(16, text.length() / 32)];
    int length = 0;
    int lines = 0;
    boolean lineStarts = true;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? units[i] : END_OF_FILE;
      boolean dropped = c == ' ' || c == '\t' || (c == '\n' && i > 0 && text.charAt(i - 1) == '\r');
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
    return new LineHashes(hashes(units, Arrays.copyOf(starts, lines)));
  }

  private static long[] hashes(char[] units, int[] starts) {
    long[] hashes = new long[starts.length];
    long hash = 0;
    int line = 0;
    for (int end = 0; line < starts.length; end++) {
      int start = end - WINDOW;
      if (start == starts[line]) {
        hashes[line++] = hash;
      }
      hash = BASE * hash + units[end];
      hash -= start < 0 ? 0 : BASE_TO_WINDOW * units[start];
    }
    return hashes;
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
    Objects.checkIndex(index, hashes.length);
    int seen = 1;
    for (int line = 0; line < index; line++) {
      seen += hashes[line] == hashes[index] ? 1 : 0;
    }
    return Long.toHexString(hashes[index]) + ':' + seen;
  }

  @Override
  public int size() {
    return hashes.length;
  }

  private static long power(long base, int exponent) {
    long result = 1;
    for (int i = 0; i < exponent; i++) {
      result *= base;
    }
    return result;
  }
}
