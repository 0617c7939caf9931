package dev.perflint.match;

import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.source.Site;
import java.util.List;
import java.util.Set;

/** A pattern that asks for nothing and finds nothing. */
record NoPattern() implements Selector {
  @Override
  public Set<Trigger> triggers(Knowledge knowledge) {
    return Set.of();
  }

  @Override
  public List<Found> find(FileContext file, Site site) {
    return List.of();
  }
}
