package dev.perflint.source;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * A Java file to be analysed.
 *
 * @param path absolute, links resolved
 * @param reportPath relative to {@link Discovery#base}, with {@code /} on every system; may hold
 *     any character, line breaks included; bytes of a name that are no UTF-8 stand as {@code \xNN}
 * @param named the user pointed at this file, or at a folder whose content would be left out
 *     otherwise: it is analysed even where it is a test, generated or ignored
 */
public record SourceFile(Path path, String reportPath, boolean named)
    implements Comparable<SourceFile> {
  private static final Comparator<SourceFile> ORDER =
      Comparator.comparing(SourceFile::reportPath).thenComparing(SourceFile::path);

  @Override
  public int compareTo(SourceFile other) {
    return ORDER.compare(this, other);
  }
}
