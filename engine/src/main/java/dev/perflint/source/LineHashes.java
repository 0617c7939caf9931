package dev.perflint.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * GitHub's {@code primaryLocationLineHash} of each line, by which code scanning recognises an alert
 * after edits elsewhere in the file. A line's hash is a rolling hash of the 100 units that follow
 * its start, blanks left out, and how often the file has had that hash so far.
 */
public final class LineHashes {
  private static final int WINDOW = 100;
  private static final long BASE = 37;
  private static final int END_OF_FILE = 65535;
  private static final long BASE_TO_WINDOW = power(BASE, WINDOW);

  private final int[] window = new int[WINDOW];

  /** The line that begins at this place of the window; 0 for none. */
  private final int[] lineAt = new int[WINDOW];

  private final List<String> hashes = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private int at;
  private long hash;
  private int line;
  private boolean lineStarts = true;

  private LineHashes() {}

  /** The hashes of a file; that of line 1 first. */
  public static List<String> of(SourceText source) {
    return of(asGitHubReads(source));
  }

  /** The hashes of a text; that of line 1 first. A line break at the end begins one more line. */
  public static List<String> of(String text) {
    LineHashes hashes = new LineHashes();
    boolean afterCr = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\t' && !(c == '\n' && afterCr)) {
        hashes.add(c == '\r' ? '\n' : c);
      }
      afterCr = c == '\r';
    }
    hashes.add(END_OF_FILE);
    for (int i = 0; i < WINDOW; i++) {
      hashes.emitIfLine();
      hashes.roll(0);
    }
    return List.copyOf(hashes.hashes);
  }

  /** GitHub's action reads every file as UTF-8, leniently, and keeps a byte order mark. */
  private static String asGitHubReads(SourceText source) {
    if (source.charset().equals(ISO_8859_1)) {
      return new String(source.text().getBytes(ISO_8859_1), UTF_8);
    }
    return source.bomLength() > 0 ? '\uFEFF' + source.text() : source.text();
  }

  private void add(int unit) {
    emitIfLine();
    if (lineStarts) {
      lineStarts = false;
      lineAt[at] = ++line;
    }
    lineStarts = unit == '\n';
    roll(unit);
  }

  /** The window is about to lose its first unit: if a line begins there, its hash is complete. */
  private void emitIfLine() {
    if (lineAt[at] != 0) {
      String hex = Long.toHexString(hash);
      hashes.add(hex + ':' + seen.merge(hex, 1, Integer::sum));
      lineAt[at] = 0;
    }
  }

  private void roll(int unit) {
    hash = BASE * hash + unit - BASE_TO_WINDOW * window[at];
    window[at] = unit;
    at = (at + 1) % WINDOW;
  }

  private static long power(long base, int exponent) {
    long result = 1;
    for (int i = 0; i < exponent; i++) {
      result *= base;
    }
    return result;
  }
}
