package dev.perflint.report.draft;

import dev.perflint.report.issue.IssueMarker;
import java.util.List;
import java.util.Optional;

/**
 * The text of one issue.
 *
 * @param opportunity what it is about
 * @param file its name
 * @param body without front matter
 */
public record Draft(
    Opportunity opportunity,
    String file,
    String title,
    List<String> labels,
    List<String> assignees,
    Optional<String> milestone,
    String effort,
    String body) {

  public Draft {
    labels = List.copyOf(labels);
    assignees = List.copyOf(assignees);
  }

  IssueMarker marker() {
    return new IssueMarker(opportunity.key(), opportunity.findingsHash());
  }

  /** The whole file: front matter, then the body. */
  public String text() {
    StringBuilder text = new StringBuilder("---\n");
    text.append("name: Performance Optimization\n");
    text.append("about: ").append(Yaml.text("Drafted by perflint from " + opportunity.rule().id()));
    text.append("\ntitle: ").append(Yaml.text(title)).append('\n');
    text.append("labels: ").append(Yaml.list(labels)).append('\n');
    text.append("assignees: ").append(Yaml.list(assignees)).append('\n');
    text.append("perflint:\n");
    text.append("  key: ").append(Yaml.text(opportunity.key())).append('\n');
    text.append("  rule: ").append(opportunity.rule().id()).append('\n');
    text.append("  priority: ").append(opportunity.priority()).append('\n');
    text.append("  area: ").append(opportunity.first().area().id()).append('\n');
    text.append("  places: ").append(opportunity.findings().size()).append('\n');
    milestone.ifPresent(name -> text.append("  milestone: ").append(Yaml.text(name)).append('\n'));
    return text.append("---\n\n").append(body).toString();
  }

  /** Scalars of YAML, which quotes as JSON does. */
  private static final class Yaml {
    private Yaml() {}

    static String text(String value) {
      StringBuilder quoted = new StringBuilder("\"");
      value
          .codePoints()
          .forEach(
              c -> {
                if (c == '"' || c == '\\') {
                  quoted.append('\\').appendCodePoint(c);
                } else if (dev.perflint.report.content.Printable.isUnprintable(c)) {
                  quoted.append(' ');
                } else {
                  quoted.appendCodePoint(c);
                }
              });
      return quoted.append('"').toString();
    }

    static String list(List<String> values) {
      return values.stream().map(Yaml::text).toList().toString();
    }
  }
}
