package dev.perflint.match;

import com.github.javaparser.ast.Node;
import dev.perflint.facts.FileContext;
import dev.perflint.knowledge.Knowledge;
import dev.perflint.source.Site;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Every node of a class for which a first test does not say NO. */
record NodePattern(Class<? extends Node> nodeClass, BiFunction<FileContext, Site, Truth> test)
    implements Selector {
  @Override
  public Set<Trigger> triggers(Knowledge knowledge) {
    return Set.of(Trigger.every(nodeClass));
  }

  @Override
  public List<Found> find(FileContext file, Site site) {
    if (site.node().getClass() != nodeClass) {
      return List.of();
    }
    Truth truth = test.apply(file, site);
    return truth.mayBeReported()
        ? List.of(new Found(new Match(file, site, Optional.empty()), truth))
        : List.of();
  }
}
