package dev.perflint.report.content;

import dev.perflint.model.RuleId;

/** Where readers of a report find more. */
public final class Links {
  /** The project's home; the only place that knows it. */
  public static final String HOME = "https://github.com/perflint/perflint";

  private Links() {}

  /** The page of a rule. */
  public static String ruleDocs(RuleId rule) {
    return HOME + "/blob/main/docs/rules/" + rule.value() + ".md";
  }
}
