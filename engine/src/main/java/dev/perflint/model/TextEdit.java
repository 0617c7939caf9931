package dev.perflint.model;

/**
 * Replaces the text between two offsets of the original file.
 *
 * @param start first replaced UTF-16 unit, from 0
 * @param end first unit behind the replaced text; equal to {@code start} for an insertion
 * @param region the same stretch in lines and columns
 */
public record TextEdit(int start, int end, Region region, String replacement)
    implements Comparable<TextEdit> {
  public TextEdit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a stretch of text: " + start + ".." + end);
    }
  }

  @Override
  public int compareTo(TextEdit other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
