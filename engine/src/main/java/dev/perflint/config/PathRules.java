package dev.perflint.config;

import dev.perflint.source.PathGlob;
import java.util.List;

/**
 * Rules that are not reported in some files.
 *
 * @param glob over paths as in findings; {@code **} crosses folders, and {@code **}{@code /x} means
 *     an x at the top too
 * @param ignore ids, themes, groups or {@code all}
 * @param line of the configuration file
 */
public record PathRules(PathGlob glob, List<String> ignore, int line) {
  public PathRules {
    ignore = List.copyOf(ignore);
  }

  public boolean matches(String path) {
    return glob.matches(path);
  }
}
