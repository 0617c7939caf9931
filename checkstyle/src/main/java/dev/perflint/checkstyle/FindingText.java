package dev.perflint.checkstyle;

import dev.perflint.model.Finding;
import dev.perflint.report.content.Printable;

/** What a violation says of a finding. */
final class FindingText {
  /**
   * Rule, priority, what is wrong, why it is as urgent as it is. The rule in brackets is what
   * suppressions by message look for.
   */
  static final String PATTERN = "[{0}] {1} {2} Why {1}: {3}";

  private FindingText() {}

  /** What the placeholders of a pattern stand for, those of users' own messages too. */
  static Object[] arguments(Finding finding) {
    return new Object[] {
      finding.rule().value(),
      finding.priority().name(),
      Printable.of(finding.message()),
      Printable.of(String.join("; ", finding.reason().lines()))
    };
  }
}
