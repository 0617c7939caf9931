package dev.perflint.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One missed optimization at one place.
 *
 * @param rank 0 to 100, higher is more urgent (SARIF {@code rank})
 * @param location the narrowest expression that shows it
 * @param message one or more sentences in the words of the code at hand; the first says what is
 *     wrong
 * @param member signature of the enclosing member, {@code com.acme.PriceService.quote(String)}
 * @param cause what one change mends together with all findings of the rule that name the same;
 *     empty for most
 * @param trail the way to the place and what it leads to
 * @param lineHash GitHub's {@code primaryLocationLineHash} of the start line
 * @param contentKey survives edits elsewhere in the file: hash of rule, member, snippet and ordinal
 */
public record Finding(
    RuleId rule,
    Priority priority,
    int rank,
    Area area,
    Theme theme,
    Certainty confidence,
    Location location,
    String message,
    String member,
    Reason reason,
    Optional<String> cause,
    Trail trail,
    Optional<Fix> fix,
    Excerpt excerpt,
    String lineHash,
    String contentKey) {

  /**
   * The order of every report: most urgent first, below P1 with what wastes more first among equal
   * ranks; then the surest, then what is reached on the shortest way, since fewer conditions that
   * nobody sees stand on it; then by place.
   */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::priority)
          .thenComparing(Finding::rank, Comparator.reverseOrder())
          .thenComparing(Finding::halfOrders, Comparator.reverseOrder())
          .thenComparing(Finding::confidence, Comparator.reverseOrder())
          .thenComparingInt(finding -> finding.trail().approach().size())
          .thenComparing(Finding::location)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  /** The waste, which the ranks below P1 tell apart by whole orders of magnitude only. */
  private long halfOrders() {
    return priority == Priority.P1 ? 0 : Math.round(2 * reason.waste());
  }

  /**
   * The same, telling of more places.
   *
   * @param more that it leads a reader to
   */
  public Finding tellingOf(String told, List<Step> more) {
    return with(rank, told, reason, trail.with(more));
  }

  /**
   * The same with a lower rank, since others come first.
   *
   * @param why in words
   */
  public Finding after(int lower, String why) {
    List<String> lines = new ArrayList<>(reason.lines());
    lines.add(why);
    return with(lower, message, new Reason(lines, reason.terms(), reason.waste()), trail);
  }

  private Finding with(int otherRank, String told, Reason because, Trail stations) {
    return new Finding(
        rule,
        priority,
        otherRank,
        area,
        theme,
        confidence,
        location,
        told,
        member,
        because,
        cause,
        stations,
        fix,
        excerpt,
        lineHash,
        contentKey);
  }
}
