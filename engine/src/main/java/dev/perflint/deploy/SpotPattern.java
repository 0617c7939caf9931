package dev.perflint.deploy;

import dev.perflint.match.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a rule looks for in configuration files: selected spots, restricted by named clauses. A
 * value that can be taken apart.
 *
 * @param text what is selected, in words
 */
public record SpotPattern(
    String text, Function<Application, List<Spot>> selector, List<SpotClause> clauses) {
  public SpotPattern {
    clauses = List.copyOf(clauses);
  }

  /** Restricts to spots where the condition holds. */
  public SpotPattern where(SpotCondition condition) {
    List<SpotClause> more = new ArrayList<>(clauses);
    more.add(new SpotClause(Clause.Kind.WHERE, condition.text(), condition));
    return new SpotPattern(text, selector, more);
  }

  /** The same pattern as if that clause had never been written. */
  SpotPattern without(SpotClause clause) {
    return new SpotPattern(
        text, selector, clauses.stream().filter(c -> !c.equals(clause)).toList());
  }
}
