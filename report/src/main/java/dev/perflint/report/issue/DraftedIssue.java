package dev.perflint.report.issue;

import dev.perflint.report.draft.JmhResults;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A draft as it is to be published.
 *
 * @param file how the user knows it
 * @param body Markdown, with the marker of that key and the comments around perflint's own part
 * @param measured whether the body holds results that came after it was drafted
 */
public record DraftedIssue(
    String file,
    String title,
    List<String> labels,
    List<String> assignees,
    Optional<String> milestone,
    IssueMarker marker,
    String body,
    boolean measured) {
  private static final Pattern BENCHMARK = Pattern.compile("public class (\\w+Benchmark) ");

  public DraftedIssue {
    labels = List.copyOf(labels);
    assignees = List.copyOf(assignees);
  }

  /** With what was measured after the change, where its benchmark is among the results. */
  public DraftedIssue with(JmhResults after) {
    Matcher name = BENCHMARK.matcher(body);
    List<JmhResults.Result> results = name.find() ? after.of(name.group(1)) : List.of();
    if (results.isEmpty()) {
      return this;
    }
    String latency = actual("Latency", results.get(0).score(), body);
    String all =
        results
            .get(0)
            .allocated()
            .map(bytes -> actual("Allocations", bytes, latency))
            .orElse(latency);
    return new DraftedIssue(file, title, labels, assignees, milestone, marker, all, true);
  }

  /** In the last cell of a row of the targets. */
  private static String actual(String metric, String value, String body) {
    return Pattern.compile("(?m)^(\\| " + metric + " \\|.*\\| )TBD \\|$")
        .matcher(body)
        .replaceFirst("$1" + Matcher.quoteReplacement(value) + " |");
  }
}
