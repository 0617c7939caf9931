package dev.perflint.report.ci;

import dev.perflint.model.Finding;
import dev.perflint.report.content.Printable;
import java.util.List;

/** What an entry says of a finding where its reader shows plain text only. */
final class Sentences {
  private Sentences() {}

  /** The message, then why it has its priority. */
  static List<String> of(Finding finding) {
    String message = Printable.of(finding.message());
    List<String> reasons = finding.reason().lines();
    return reasons.isEmpty()
        ? List.of(message)
        : List.of(
            message, "Why " + finding.priority() + ": " + Printable.of(String.join("; ", reasons)));
  }
}
