package dev.perflint.deploy;

import dev.perflint.match.Clause;
import dev.perflint.model.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a rule looks for in configuration files: selected spots, restricted by named clauses. A
 * value that can be taken apart.
 *
 * @param branches the ways to match
 */
public record SpotPattern(List<Branch> branches) {
  /**
   * One way to match.
   *
   * @param text what is selected, in words
   */
  public record Branch(
      String text, Function<Application, List<Spot>> selector, List<SpotClause> clauses) {
    public Branch {
      clauses = List.copyOf(clauses);
    }

    private Branch where(SpotClause clause) {
      List<SpotClause> more = new ArrayList<>(clauses);
      more.add(clause);
      return new Branch(text, selector, more);
    }

    private Branch without(SpotClause clause) {
      return new Branch(text, selector, clauses.stream().filter(c -> !c.equals(clause)).toList());
    }
  }

  /** A selected spot and how sure it is that it is one. */
  public record Found(Spot spot, Certainty certainty) {}

  public SpotPattern {
    branches = List.copyOf(branches);
  }

  static SpotPattern of(String text, Function<Application, List<Spot>> selector) {
    return new SpotPattern(List.of(new Branch(text, selector, List.of())));
  }

  /** Restricts to spots where the condition holds. */
  public SpotPattern where(SpotCondition condition) {
    SpotClause clause = new SpotClause(Clause.Kind.WHERE, condition.text(), condition);
    return new SpotPattern(branches.stream().map(branch -> branch.where(clause)).toList());
  }

  /** The spots of an application for which every clause of their branch may be reported. */
  List<Found> find(Application application) {
    List<Found> found = new ArrayList<>();
    for (Branch branch : branches) {
      for (Spot spot : branch.selector().apply(application)) {
        Certainty certainty = Certainty.SURE;
        for (SpotClause clause : branch.clauses()) {
          if (certainty.isReported()) {
            certainty = certainty.and(clause.condition().test(spot));
          }
        }
        if (certainty.isReported()) {
          found.add(new Found(spot, certainty));
        }
      }
    }
    return found;
  }

  /** All clauses, in the order of their writing. */
  List<SpotClause> clauses() {
    return branches.stream().flatMap(branch -> branch.clauses().stream()).distinct().toList();
  }

  /** The same pattern as if that clause had never been written. */
  SpotPattern without(SpotClause clause) {
    return new SpotPattern(branches.stream().map(branch -> branch.without(clause)).toList());
  }
}
