package dev.perflint.cli;

import dev.perflint.UsageException;
import java.nio.file.Path;

/**
 * A line that the user points at.
 *
 * @param text as written
 */
record SourceLine(Path file, int line, String text) {
  /**
   * @param option to name in a complaint
   */
  static SourceLine parse(String option, String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1 || !text.substring(colon + 1).matches("[1-9][0-9]{0,8}")) {
      throw new UsageException(option + " wants FILE:LINE, not " + text);
    }
    return new SourceLine(
        Path.of(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)), text);
  }
}
