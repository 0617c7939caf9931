package dev.perflint.model;

/**
 * A stretch of source text. Lines and columns count from 1, columns in UTF-16 units (a tab is one);
 * the end column is exclusive, as in SARIF.
 */
public record Region(int startLine, int startColumn, int endLine, int endColumn)
    implements Comparable<Region> {
  public Region {
    if (startLine < 1
        || startColumn < 1
        || endLine < startLine
        || (endLine == startLine && endColumn < startColumn)) {
      throw new IllegalArgumentException(
          "not a region: " + startLine + ":" + startColumn + "-" + endLine + ":" + endColumn);
    }
  }

  @Override
  public int compareTo(Region other) {
    int byLine = Integer.compare(startLine, other.startLine);
    return byLine != 0 ? byLine : Integer.compare(startColumn, other.startColumn);
  }
}
