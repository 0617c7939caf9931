package dev.perflint.config;

import java.util.List;
import java.util.Optional;

/**
 * What a project wants of its issues.
 *
 * @param labels of each
 * @param assignees users; none leaves it to the owners of the code
 * @param milestone by its title
 */
public record IssueSettings(
    List<String> labels, List<String> assignees, Optional<String> milestone) {
  /** Nothing set. */
  public static final IssueSettings DEFAULT =
      new IssueSettings(
          List.of("type: performance", "epic: java-optimizations"), List.of(), Optional.empty());

  public IssueSettings {
    labels = List.copyOf(labels);
    assignees = List.copyOf(assignees);
  }
}
