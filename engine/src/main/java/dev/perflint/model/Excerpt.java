package dev.perflint.model;

import java.util.List;

/**
 * The source lines around a finding, so that reports need no file.
 *
 * @param firstLine number of the first of {@code lines}, from 1
 */
public record Excerpt(int firstLine, List<String> lines) {
  public Excerpt {
    lines = List.copyOf(lines);
  }
}
