package dev.perflint.rule;

/** What fixing one place takes a developer who knows the code. */
public enum Effort {
  MINUTES_10("10 minutes", "Small"),
  HOURS_1("1 hour", "Small"),
  HOURS_2("2 hours", "Small"),
  DAYS_1("1 day", "Medium"),
  DAYS_3("3 days", "Large");

  private final String label;
  private final String size;

  Effort(String label, String size) {
    this.label = label;
    this.size = size;
  }

  public String label() {
    return label;
  }

  /** Small, Medium or Large, as in the issue template. */
  public String size() {
    return size;
  }
}
