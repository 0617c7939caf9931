package dev.perflint.match;

import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The first of several patterns that finds something at a site. While that depends on other files,
 * the next ones are asked too: the first that holds speaks.
 */
record AlternativePattern(List<Pattern> options) implements Pattern {
  AlternativePattern {
    options = List.copyOf(options);
  }

  @Override
  public Set<Trigger> triggers(Knowledge knowledge) {
    Set<Trigger> triggers = new LinkedHashSet<>();
    options.forEach(option -> triggers.addAll(option.triggers(knowledge)));
    return triggers;
  }

  @Override
  public List<Found> find(FileContext file, Site site) {
    List<Found> all = List.of();
    // Asked at each site that any rule looks at; most find nothing, and an iterator is then the
    // cost.
    for (int i = 0; i < options.size(); i++) {
      List<Found> found = options.get(i).find(file, site);
      if (all.isEmpty()) {
        all = found;
      } else if (!found.isEmpty()) {
        all = new ArrayList<>(all);
        all.addAll(found);
      }
      if (!all.isEmpty() && isDecided(all)) {
        return all;
      }
    }
    return all;
  }

  private static boolean isDecided(List<Found> found) {
    for (Found one : found) {
      if (one.truth() instanceof Truth.Decided) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Branch> branches() {
    return options.stream().flatMap(option -> option.branches().stream()).toList();
  }

  @Override
  public List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>();
    options.forEach(option -> clauses.addAll(option.clauses()));
    return clauses;
  }

  @Override
  public Pattern without(Clause dropped) {
    return new AlternativePattern(options.stream().map(option -> option.without(dropped)).toList());
  }
}
