package dev.perflint.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of an ignore file, with git's meaning.
 *
 * @param negated takes files back that an earlier line ignored
 * @param foldersOnly written with a slash at its end
 * @param anchored holds a slash before its end: matched against the whole path below the ignore
 *     file, else against the last name alone
 * @param parts the pattern between its slashes; empty stands for {@code **}, any number of folders
 */
record IgnorePattern(
    boolean negated, boolean foldersOnly, boolean anchored, List<Optional<Glob>> parts) {

  IgnorePattern {
    parts = List.copyOf(parts);
  }

  /** Empty for a blank line, a comment, and a pattern that can match nothing. */
  static Optional<IgnorePattern> parse(String line) {
    String rest = withoutTrailingSpaces(line);
    if (rest.isEmpty() || rest.charAt(0) == '#') {
      return Optional.empty();
    }
    boolean negated = rest.charAt(0) == '!';
    rest = negated ? rest.substring(1) : rest;
    boolean foldersOnly = rest.endsWith("/");
    rest = foldersOnly ? rest.substring(0, rest.length() - 1) : rest;
    boolean anchored = rest.indexOf('/') >= 0;
    rest = rest.startsWith("/") ? rest.substring(1) : rest;
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    List<Optional<Glob>> parts = new ArrayList<>();
    for (String part : rest.split("/", -1)) {
      if (anchored && part.equals("**")) {
        parts.add(Optional.empty());
        continue;
      }
      Optional<Glob> glob = Glob.of(part);
      if (glob.isEmpty()) {
        return Optional.empty();
      }
      parts.add(glob);
    }
    return Optional.of(new IgnorePattern(negated, foldersOnly, anchored, parts));
  }

  /** Git drops spaces at the end of a line unless a backslash holds them; tabs stay. */
  private static String withoutTrailingSpaces(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ') {
      int backslashes = 0;
      while (end - 2 - backslashes >= 0 && line.charAt(end - 2 - backslashes) == '\\') {
        backslashes++;
      }
      if (backslashes % 2 == 1) {
        break;
      }
      end--;
    }
    return line.substring(0, end);
  }

  /**
   * @param path names from the repository root down to the entry
   * @param from where the path below the folder of the ignore file begins
   */
  boolean matches(List<String> path, int from, boolean folder) {
    if (foldersOnly && !folder) {
      return false;
    }
    return anchored
        ? matchesPath(path, from)
        : parts.get(0).orElseThrow().matches(path.get(path.size() - 1));
  }

  private boolean matchesPath(List<String> path, int from) {
    int part = 0;
    int at = from;
    int afterStars = -1;
    int starsFrom = 0;
    while (at < path.size()) {
      if (part < parts.size() && parts.get(part).isEmpty()) {
        if (part == parts.size() - 1) {
          return true;
        }
        afterStars = ++part;
        starsFrom = at;
      } else if (part < parts.size() && parts.get(part).get().matches(path.get(at))) {
        part++;
        at++;
      } else if (afterStars >= 0) {
        part = afterStars;
        at = ++starsFrom;
      } else {
        return false;
      }
    }
    return part == parts.size();
  }
}
