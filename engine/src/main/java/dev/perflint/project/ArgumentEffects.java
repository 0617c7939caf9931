package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.ArgumentFacts;
import dev.perflint.facts.HandOvers;
import dev.perflint.model.Certainty;
import dev.perflint.model.Region;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What methods do with their arguments, directly or by handing them on, each with the nearest
 * witness. Worked out from those that do it themselves up to those that hand it to them.
 */
final class ArgumentEffects {
  /** One argument of one method. */
  private record Slot(String method, int index) {}

  /** A hand-over from one argument to another. */
  private record Flow(MethodFacts from, int index, ArgumentFacts.Passed passed) {}

  /**
   * How an argument comes to it.
   *
   * @param next the method that it is handed to; empty where this one does it itself
   */
  record Witness(MethodFacts method, int index, Region at, Optional<Witness> next) {}

  private final CallGraph graph;
  private final Map<Slot, List<Flow>> into = new HashMap<>();
  private final Map<String, Map<Slot, Witness>> byEffect = new HashMap<>();
  private final Set<Slot> known = new HashSet<>();
  private final Set<Slot> kept = new HashSet<>();
  private final Set<Slot> astray = new HashSet<>();

  ArgumentEffects(CallGraph graph) {
    this.graph = graph;
    for (MethodFacts method : graph.methods()) {
      for (ArgumentFacts argument : method.arguments()) {
        add(method, argument);
      }
    }
    spread(kept);
    spread(astray);
  }

  private void add(MethodFacts method, ArgumentFacts argument) {
    Slot slot = new Slot(method.id(), argument.index());
    known.add(slot);
    if (argument.kept()) {
      kept.add(slot);
    }
    if (argument.astray()) {
      astray.add(slot);
    }
    for (ArgumentFacts.Passed passed : argument.passed()) {
      CallTargets.Targets targets = graph.targets(passed.method());
      if (targets.methods().isEmpty()) {
        astray.add(slot);
      }
      for (MethodFacts target : targets.methods()) {
        into.computeIfAbsent(new Slot(target.id(), passed.argument()), s -> new ArrayList<>(1))
            .add(new Flow(method, argument.index(), passed));
      }
    }
  }

  /** What holds of an argument holds of those that are handed to it. */
  private void spread(Set<Slot> slots) {
    Deque<Slot> queue = new ArrayDeque<>(slots);
    while (!queue.isEmpty()) {
      for (Flow flow : into.getOrDefault(queue.remove(), List.of())) {
        Slot from = new Slot(flow.from().id(), flow.index());
        if (slots.add(from)) {
          queue.add(from);
        }
      }
    }
  }

  Certainty answer(Question.DoesTo asked) {
    List<MethodFacts> targets = graph.targets(asked.method()).methods();
    if (targets.isEmpty()) {
      return Certainty.UNKNOWN;
    }
    Certainty all = Certainty.SURE;
    for (MethodFacts target : targets) {
      all = all.and(certainty(new Slot(target.id(), asked.argument()), asked.what()));
    }
    return targets.size() > 1 ? all.and(Certainty.LIKELY) : all;
  }

  private Certainty certainty(Slot slot, String what) {
    return switch (what) {
      case HandOvers.DROPS -> drops(slot);
      case HandOvers.ITERATES -> Certainty.of(witnesses(HandOvers.ITERATES).containsKey(slot));
      default ->
          witnesses(what).containsKey(slot)
              ? Certainty.SURE
              : isSeen(slot) ? Certainty.NO : Certainty.UNKNOWN;
    };
  }

  /** Nothing happens to the argument that its methods do not show. */
  private boolean isSeen(Slot slot) {
    return known.contains(slot) && !kept.contains(slot) && !astray.contains(slot);
  }

  private Certainty drops(Slot slot) {
    if (witnesses(ArgumentFacts.CLOSES).containsKey(slot) && !kept.contains(slot)) {
      return Certainty.SURE;
    }
    return isSeen(slot) ? Certainty.LIKELY : Certainty.UNKNOWN;
  }

  /** The way to what is done, the asked method first; empty when nothing is. */
  List<Witness> way(Question.DoesTo asked) {
    String what = asked.what().equals(HandOvers.DROPS) ? ArgumentFacts.CLOSES : asked.what();
    List<Witness> way = new ArrayList<>();
    for (MethodFacts target : graph.targets(asked.method()).methods()) {
      Optional<Witness> at =
          Optional.ofNullable(witnesses(what).get(new Slot(target.id(), asked.argument())));
      while (at.isPresent()) {
        way.add(at.get());
        at = at.get().next();
      }
      if (!way.isEmpty()) {
        return way;
      }
    }
    return way;
  }

  private Map<Slot, Witness> witnesses(String what) {
    Map<Slot, Witness> found = byEffect.get(what);
    if (found == null) {
      found = compute(what);
      byEffect.put(what, found);
    }
    return found;
  }

  private Map<Slot, Witness> compute(String what) {
    Map<Slot, Witness> found = new HashMap<>();
    Deque<Witness> queue = new ArrayDeque<>();
    for (MethodFacts method : graph.methods()) {
      for (ArgumentFacts argument : method.arguments()) {
        for (ArgumentFacts.Effect effect : argument.effects()) {
          if (effect.what().equals(what)) {
            add(new Witness(method, argument.index(), effect.at(), Optional.empty()), found, queue);
          }
        }
        if (what.equals(HandOvers.ITERATES)) {
          looped(method, argument).ifPresent(witness -> add(witness, found, queue));
        }
      }
    }
    while (!queue.isEmpty()) {
      Witness next = queue.remove();
      for (Flow flow : into.getOrDefault(new Slot(next.method().id(), next.index()), List.of())) {
        boolean follows = flow.passed().always() || !what.equals(HandOvers.RUNS);
        if (follows && isOnlyTarget(flow.passed().method())) {
          Region at = flow.passed().at();
          add(new Witness(flow.from(), flow.index(), at, Optional.of(next)), found, queue);
        }
      }
    }
    return found;
  }

  /** A function that is handed on in a loop is iterated by whoever calls it but once. */
  private Optional<Witness> looped(MethodFacts method, ArgumentFacts argument) {
    for (ArgumentFacts.Passed passed : argument.passed()) {
      if (passed.looped() && isOnlyTarget(passed.method())) {
        MethodFacts target = graph.targets(passed.method()).methods().get(0);
        Witness calls =
            witnesses(ArgumentFacts.CALLS).get(new Slot(target.id(), passed.argument()));
        if (calls != null) {
          return Optional.of(
              new Witness(method, argument.index(), passed.at(), Optional.of(calls)));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isOnlyTarget(MethodRef method) {
    return graph.targets(method).methods().size() == 1;
  }

  private static void add(Witness witness, Map<Slot, Witness> found, Deque<Witness> queue) {
    Slot slot = new Slot(witness.method().id(), witness.index());
    if (found.putIfAbsent(slot, witness) == null) {
      queue.add(witness);
    }
  }
}
