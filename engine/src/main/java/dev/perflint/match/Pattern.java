package dev.perflint.match;

import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Set;

/**
 * What a rule looks for: selected sites, restricted by named clauses. A value that can be taken
 * apart.
 */
public interface Pattern {
  /** Finds nothing: of a rule that looks at no code. */
  Pattern NONE = new NoPattern();

  /** A selected site and how sure it is that it is one. */
  record Found(Match match, Truth truth) {}

  /** What the index is asked for. */
  Set<Trigger> triggers(Knowledge knowledge);

  /** The matches at a site of one of the triggers; empty when it is none for sure. */
  List<Found> find(FileContext file, Site site);

  /**
   * One way to match: what selects, and all clauses that restrict it.
   *
   * @param selector without clauses
   */
  record Branch(Pattern selector, List<Clause> clauses) {}

  /** The alternatives, one by one; for explaining which clause said no. */
  List<Branch> branches();

  /** All clauses, in the order of their writing. */
  List<Clause> clauses();

  /** The same pattern as if that clause had never been written. */
  Pattern without(Clause clause);

  /** Restricts to matches where the condition holds. */
  default Pattern where(Condition condition) {
    return new RestrictedPattern(this, new Clause(Clause.Kind.WHERE, condition.text(), condition));
  }

  /** Restricts to matches in such a place. */
  default Pattern inside(Condition place) {
    return new RestrictedPattern(this, new Clause(Clause.Kind.INSIDE, place.text(), place));
  }
}
