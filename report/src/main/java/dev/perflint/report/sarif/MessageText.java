package dev.perflint.report.sarif;

import dev.perflint.model.Finding;
import dev.perflint.model.Step;
import java.util.List;

/**
 * What a viewer shows of a result. GitHub shows nothing else of it, so the reasons and the way,
 * with links to the related locations, stand here too; the first sentence is the alert's title.
 */
final class MessageText {
  private MessageText() {}

  static String of(Finding finding) {
    StringBuilder text = new StringBuilder(literal(finding.message()));
    List<String> why = finding.reason().lines();
    if (!why.isEmpty()) {
      text.append("\nWhy ").append(finding.priority()).append(": ");
      text.append(literal(String.join("; ", why)));
    }
    List<Step> steps = finding.trail().all();
    for (int i = 0; i < steps.size(); i++) {
      text.append(i == 0 ? "\nVia: " : ", ");
      text.append('[').append(linkText(steps.get(i).message())).append("](").append(i + 1);
      text.append(')');
    }
    return text.toString();
  }

  /** Code such as {@code handlers[0](1)} must not turn into a link. */
  private static String literal(String text) {
    return text.replace("](", "] (");
  }

  /** Inside a link SARIF wants brackets and backslashes escaped. */
  private static String linkText(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }
}
