package dev.perflint.model;

import java.util.List;

/**
 * What an automatic fix would do to the file of its finding.
 *
 * @param description imperative, e.g. "Hoist the pattern into a constant"
 * @param edits sorted, not overlapping
 */
public record Fix(String description, List<TextEdit> edits) {
  public Fix {
    edits = edits.stream().sorted().toList();
    for (int i = 1; i < edits.size(); i++) {
      if (edits.get(i).start() < edits.get(i - 1).end()) {
        throw new IllegalArgumentException("overlapping edits in " + description);
      }
    }
  }
}
