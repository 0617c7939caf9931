package dev.perflint.report.issue;

import java.util.List;
import java.util.Optional;

/**
 * A draft as it is to be published.
 *
 * @param file how the user knows it
 * @param body Markdown, with the marker of that key and the comments around perflint's own part
 */
public record DraftedIssue(
    String file,
    String title,
    List<String> labels,
    List<String> assignees,
    Optional<String> milestone,
    IssueMarker marker,
    String body) {

  public DraftedIssue {
    labels = List.copyOf(labels);
    assignees = List.copyOf(assignees);
  }
}
