package dev.perflint.source;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;

/** A glob over whole paths, such as {@code legacy/**} or {@code **}{@code /*Dto.java}. */
public final class PathGlob {
  private final String text;
  private final PathMatcher matcher;

  /**
   * The glob of a text.
   *
   * @throws PatternSyntaxException for what is none
   */
  public PathGlob(String text) {
    this.text = text;
    // The JDK's {@code **}{@code /x} wants a folder before x.
    String expanded = text.startsWith("**/") ? "{,**/}" + text.substring(3) : text;
    this.matcher = FileSystems.getDefault().getPathMatcher("glob:" + expanded);
  }

  /**
   * Whether it means the path.
   *
   * @param path as in reports
   */
  public boolean matches(String path) {
    try {
      return matcher.matches(Path.of(path));
    } catch (InvalidPathException e) {
      // A name that this system cannot have came from a report of another one.
      return false;
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
