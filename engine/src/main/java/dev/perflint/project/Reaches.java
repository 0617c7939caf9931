package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Surroundings;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.rank.Heat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects who reaches a method and what it reaches. */
final class Reaches {
  private final MergedParts parts;
  private final Callers callers;
  private final CallTrees trees;
  private final HotWays ways;
  private final LooseCalls loose;

  Reaches(MergedParts parts) {
    this.parts = parts;
    this.callers = new Callers(parts.graph());
    this.trees =
        new CallTrees(parts.types(), parts.graph(), parts.heat(), parts.effects(), callers);
    this.ways = new HotWays(parts.types(), parts.graph(), parts.heat(), callers);
    this.loose = new LooseCalls(parts.graph(), parts.types(), parts.resolver());
  }

  /**
   * @throws dev.perflint.UsageException when the words name no method, or several types
   */
  List<Reach> of(String wanted, int depth) {
    return new MethodSearch(parts.types(), parts.graph())
        .find(wanted).stream().map(method -> of(method, depth)).toList();
  }

  private Reach of(MethodFacts method, int depth) {
    return new Reach(
        trees.callers(method, depth),
        trees.callees(method, depth),
        method.isAbstract(),
        ways.steps(parts.heat().of(method.id()), Optional.empty(), Surroundings.PLAIN),
        entries(method),
        always(method),
        loose.of(method, this::isKnown),
        loose.meaning(method));
  }

  private Map<EntryKind, Integer> entries(MethodFacts method) {
    Map<EntryKind, Integer> count = new EnumMap<>(EntryKind.class);
    for (String reaching : callers.reaching(List.of(method))) {
      for (Heat entry : parts.heat().entries(reaching)) {
        count.merge(entry.kind(), 1, Integer::sum);
      }
    }
    return count;
  }

  private List<Reach.Always> always(MethodFacts method) {
    List<Reach.Always> always = new ArrayList<>();
    for (String role : CallTrees.ROLES) {
      List<Effects.Witness> way = parts.effects().way(method, role);
      if (!way.isEmpty()) {
        List<String> through =
            way.stream()
                .skip(1)
                .map(witness -> MemberNames.shortName(witness.method().id()))
                .toList();
        boolean likely = way.stream().anyMatch(Effects.Witness::likely);
        always.add(new Reach.Always(role, way.get(0).what(), through, likely));
      }
    }
    return always;
  }

  private boolean isKnown(CallFacts call) {
    return CallTrees.ROLES.stream().anyMatch(role -> parts.effects().done(call, role).isPresent());
  }
}
