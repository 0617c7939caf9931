package dev.perflint.source;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import dev.perflint.model.Region;
import java.util.Arrays;

/**
 * Offsets of a text as lines and columns, and back. Offsets count UTF-16 units from 0, lines and
 * columns from 1; a tab is one column. {@code \n}, {@code \r\n} and a lone {@code \r} end a line,
 * nothing else does: this is how JavaParser, javac and GitHub count.
 */
public final class LineMap {
  private final int length;
  private final int[] starts;

  private LineMap(int length, int[] starts) {
    this.length = length;
    this.starts = starts;
  }

  public static LineMap of(String text) {
    int[] starts = new int[Math.max(16, text.length() / 32)];
    int lines = 1;
    // To search for each of the two takes a fraction of looking at each unit.
    int feed = next(text, '\n', 0);
    int carriage = next(text, '\r', 0);
    while (feed < text.length() || carriage < text.length()) {
      int end = Math.min(feed, carriage);
      if (end == carriage) {
        // The feed that follows is part of the same break.
        end = feed == carriage + 1 && feed < text.length() ? feed : carriage;
        carriage = next(text, '\r', carriage + 1);
      }
      if (end == feed) {
        feed = next(text, '\n', feed + 1);
      }
      starts = lines == starts.length ? Arrays.copyOf(starts, lines * 2) : starts;
      starts[lines++] = end + 1;
    }
    return new LineMap(text.length(), Arrays.copyOf(starts, lines));
  }

  private static int next(String text, char sought, int from) {
    int at = text.indexOf(sought, from);
    return at < 0 ? text.length() : at;
  }

  /** Lines of the text; a line break at its very end begins no further line. */
  public int lineCount() {
    int last = starts.length - 1;
    return starts[last] == length ? last : starts.length;
  }

  /**
   * The line of an offset; the offset just behind the text has one, too.
   *
   * @throws IndexOutOfBoundsException for an offset outside the text
   */
  public int line(int offset) {
    if (offset < 0 || offset > length) {
      throw new IndexOutOfBoundsException("offset " + offset + " of " + length);
    }
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  public int column(int offset) {
    return offset - starts[line(offset) - 1] + 1;
  }

  /**
   * Where a line begins.
   *
   * @throws IndexOutOfBoundsException for a line that the text does not have
   */
  public int start(int line) {
    return starts[line - 1];
  }

  /** The offset of a place that JavaParser names. */
  public int offset(Position position) {
    return start(position.line) + position.column - 1;
  }

  /** The offset of a place by line and column. */
  public int offset(int line, int column) {
    return start(line) + column - 1;
  }

  /** The offset behind the last unit of a node: JavaParser's end is inclusive. */
  public int endOffset(Range range) {
    return offset(range.end) + 1;
  }

  /** A node's range with an exclusive end. */
  public Region region(Range range) {
    return new Region(range.begin.line, range.begin.column, range.end.line, range.end.column + 1);
  }

  /** The stretch between two offsets, the end exclusive. */
  public Region region(int start, int end) {
    return new Region(line(start), column(start), line(end), column(end));
  }
}
