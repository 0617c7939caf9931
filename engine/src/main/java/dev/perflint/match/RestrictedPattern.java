package dev.perflint.match;

import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A pattern with one more clause. */
record RestrictedPattern(Pattern base, Clause clause) implements Pattern {
  @Override
  public Set<Trigger> triggers(Knowledge knowledge) {
    return base.triggers(knowledge);
  }

  @Override
  public List<Found> find(FileContext file, Site site) {
    List<Found> candidates = base.find(file, site);
    if (candidates.isEmpty()) {
      return candidates; // at nearly all sites, of nearly all rules
    }
    List<Found> found = new ArrayList<>(1);
    for (Found candidate : candidates) {
      Truth truth = candidate.truth().and(clause.condition().test(candidate.match()));
      if (truth.mayBeReported()) {
        found.add(new Found(candidate.match(), truth));
      }
    }
    return found;
  }

  @Override
  public List<Branch> branches() {
    List<Branch> branches = new ArrayList<>();
    for (Branch branch : base.branches()) {
      List<Clause> clauses = new ArrayList<>(branch.clauses());
      clauses.add(clause);
      branches.add(new Branch(branch.selector(), clauses));
    }
    return branches;
  }

  @Override
  public List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>(base.clauses());
    clauses.add(clause);
    return clauses;
  }

  @Override
  public Pattern without(Clause dropped) {
    Pattern rest = base.without(dropped);
    return dropped.equals(clause) ? rest : new RestrictedPattern(rest, clause);
  }
}
