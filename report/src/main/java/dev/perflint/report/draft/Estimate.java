package dev.perflint.report.draft;

import dev.perflint.rule.Effort;
import java.util.Locale;

/**
 * What an opportunity takes: the rule's base for the first place, a quarter of it for each further
 * place and for each further file; a quarter of the sum where every place has an automatic fix.
 * Said as a range of half to one and a half times that.
 */
public record Estimate(double hours) {
  static Estimate of(Opportunity opportunity) {
    double base = hours(opportunity.rule().effort());
    int places = opportunity.findings().size();
    int files = opportunity.files().size();
    boolean fixed = opportunity.findings().stream().allMatch(f -> f.fix().isPresent());
    double sum = base + base * 0.25 * (places - 1) + base * 0.25 * (files - 1);
    return new Estimate(fixed ? sum / 4 : sum);
  }

  private static double hours(Effort effort) {
    return switch (effort) {
      case MINUTES_10 -> 1.0 / 6;
      case HOURS_1 -> 1;
      case HOURS_2 -> 2;
      case DAYS_1 -> 8;
      case DAYS_3 -> 24;
    };
  }

  /** Small, Medium or Large. */
  String size() {
    return hours <= 4 ? "Small" : hours <= 16 ? "Medium" : "Large";
  }

  /** {@code Small, 1-2 hours}. */
  String text() {
    if (hours < 1) {
      return size() + ", under 1 hour";
    }
    long low = Math.max(1, Math.round(hours / 2));
    long high = Math.max(low + 1, Math.round(hours * 1.5));
    return String.format(Locale.ROOT, "%s, %d-%d hours", size(), low, high);
  }
}
