package dev.perflint.config;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/**
 * Rules that are not reported in some files.
 *
 * @param glob over paths as in findings; {@code **} crosses folders, and {@code **}{@code /x} means
 *     an x at the top too
 * @param ignore ids, themes, groups or {@code all}
 * @param line of the configuration file
 */
public record PathRules(String glob, List<String> ignore, int line) {
  public PathRules {
    ignore = List.copyOf(ignore);
    matcher(glob);
  }

  public boolean matches(String path) {
    try {
      return matcher(glob).matches(Path.of(path));
    } catch (InvalidPathException e) {
      // A name that this system cannot have came from a report of another one.
      return false;
    }
  }

  /** The JDK's {@code **}{@code /x} wants a folder before x. */
  private static PathMatcher matcher(String glob) {
    String expanded = glob.startsWith("**/") ? "{,**/}" + glob.substring(3) : glob;
    return FileSystems.getDefault().getPathMatcher("glob:" + expanded);
  }
}
