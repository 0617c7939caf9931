package dev.perflint.cli;

import dev.perflint.rule.Evidence;
import dev.perflint.rule.RuleDoc;
import java.util.Optional;

/** All that a person wants to know of one rule, for the terminal. */
final class RulePage {
  private static final String INDENT = "  ";

  private RulePage() {}

  /**
   * @param example lines of code that the rule finds, where there are some
   */
  static String of(RuleDoc rule, Optional<String> example) {
    StringBuilder page = new StringBuilder(1000);
    page.append(rule.id()).append(": ").append(rule.summary()).append("\n\n");
    section(page, "Why it matters", rule.why());
    section(page, "When it does not matter", rule.caveat());
    section(page, "What to do instead", rule.instead());
    if (!rule.userImpact().equalsIgnoreCase("none")) {
      section(page, "What users notice when it is fixed", rule.userImpact());
    }
    page.append("Evidence\n").append(evidence(rule.evidence())).append('\n');
    example.ifPresent(code -> page.append("Example\n").append(code.indent(2)).append('\n'));
    page.append("At a glance\n");
    row(page, "theme", rule.theme().id());
    row(page, "group", rule.group().id());
    rule.pedantic()
        .ifPresent(where -> row(page, "pedantic", "with --select pedantic also in " + where));
    row(page, "risk", rule.risk().id());
    row(page, "cost", rule.effect());
    row(page, "run-time JDK", rule.jdk().toString());
    row(page, "technique", rule.technique().label());
    row(page, "effort", rule.effort().label());
    row(page, "automatic fix", rule.fixLabel().orElse("none"));
    row(page, "since", "perflint " + rule.since());
    return page.toString();
  }

  private static void section(StringBuilder page, String title, String text) {
    if (!text.isBlank()) {
      page.append(title).append('\n').append(Paragraphs.indented(text, INDENT)).append('\n');
    }
  }

  private static void row(StringBuilder page, String name, String value) {
    page.append(INDENT).append(String.format("%-15s", name)).append(value).append('\n');
  }

  private static String evidence(Evidence evidence) {
    String text = Paragraphs.indented(evidence.text(), INDENT);
    if (evidence instanceof Evidence.Reference reference) {
      return text + INDENT + reference.url() + "\n";
    }
    if (evidence instanceof Evidence.Benchmark benchmark) {
      return text + INDENT + "benchmark " + benchmark.name() + "\n";
    }
    return text;
  }
}
