package dev.perflint.cli;

import dev.perflint.WhyNot;
import dev.perflint.model.RuleId;
import dev.perflint.report.content.Printable;

/** The answers of a rule's clauses, for the terminal. */
final class WhyNotPage {
  private WhyNotPage() {}

  static String of(RuleId rule, String place, WhyNot whyNot) {
    StringBuilder page = new StringBuilder(400);
    page.append(rule).append(" at ").append(Printable.of(place)).append('\n');
    if (whyNot.sites().isEmpty()) {
      return page.append("  looks at nothing on this line\n").toString();
    }
    for (WhyNot.Site site : whyNot.sites()) {
      page.append("\n  ").append(Printable.of(site.code())).append('\n');
      for (WhyNot.Answer answer : site.answers()) {
        String mark = answer.vetoes() ? "   <- says no" : "";
        page.append(String.format("    %-8s %s%s", answer.certainty(), answer.clause(), mark))
            .append('\n');
      }
      page.append(site.isReported() ? "  reported\n" : "  not reported\n");
    }
    return page.toString();
  }
}
