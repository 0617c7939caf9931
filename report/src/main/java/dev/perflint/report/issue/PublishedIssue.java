package dev.perflint.report.issue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * An issue of the repository that perflint has made.
 *
 * @param marker in its body
 */
public record PublishedIssue(
    int number, String title, String body, State state, IssueMarker marker) {
  /** What became of it. */
  public enum State {
    OPEN,
    /** Closed as done. */
    COMPLETED,
    /** Closed since nobody wants it; it stays closed. */
    NOT_PLANNED
  }

  /** Empty for a pull request, and for an issue without a marker. */
  static Optional<PublishedIssue> of(JsonNode issue) {
    String body = issue.path("body").asText("");
    if (issue.has("pull_request")) {
      return Optional.empty();
    }
    return IssueMarker.in(body)
        .map(
            marker ->
                new PublishedIssue(
                    issue.path("number").asInt(),
                    issue.path("title").asText(""),
                    body,
                    state(issue),
                    marker));
  }

  private static State state(JsonNode issue) {
    if (issue.path("state").asText("").equals("open")) {
      return State.OPEN;
    }
    String reason = issue.path("state_reason").asText("");
    return reason.equals("not_planned") || reason.equals("duplicate")
        ? State.NOT_PLANNED
        : State.COMPLETED;
  }
}
