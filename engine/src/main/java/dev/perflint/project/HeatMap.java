package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Surroundings;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Certainty;
import dev.perflint.rank.Heat;
import dev.perflint.rank.RankingNumbers;
import dev.perflint.types.Question;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/**
 * How hot each method is: the hottest way from an entry point to it. Ways from requests to batch
 * steps come first; what they do not reach is as hot as start-up, the command line or an unknown
 * caller makes it.
 */
final class HeatMap {
  private static final int LONGEST_WAY = 24;
  private static final double BETTER = 1e-9;
  private final Comparator<Way> hottestFirst =
      Comparator.comparingDouble(Way::log10)
          .reversed()
          .thenComparingInt(way -> way.heat().methods().size())
          .thenComparing(way -> way.heat().label())
          .thenComparing(way -> way.heat().methods(), this::compare);

  /** A way that waits to be followed; its heat as a number is compared too often to work it out. */
  private record Way(Heat heat, double log10) {
    static Way of(Heat heat) {
      return new Way(heat, heat.log10());
    }

    String method() {
      return heat.methods().get(heat.methods().size() - 1);
    }
  }

  private final CallGraph graph;
  private final Function<Question, Certainty> answers;
  private final Map<String, Way> hottest = new HashMap<>();

  /** The place of each method among all, sorted: ids have long beginnings in common. */
  private final Map<String, Integer> order = new HashMap<>();

  HeatMap(CallGraph graph, Function<Question, Certainty> answers) {
    this.graph = graph;
    this.answers = answers;
    graph.methods().forEach(method -> order.put(method.id(), order.size()));
    PriorityQueue<Way> hot = new PriorityQueue<>(hottestFirst);
    PriorityQueue<Way> others = new PriorityQueue<>(hottestFirst);
    Set<String> entered = new HashSet<>();
    for (MethodFacts method : graph.methods()) {
      for (MethodFacts.Entry entry : method.entries()) {
        if (!entry.truth().answered(answers).isReported()) {
          continue;
        }
        entered.add(method.id());
        if (entry.kind() != EntryKind.TEST) {
          Heat heat = Heat.of(entry.kind(), entry.label(), method.id());
          (RankingNumbers.isCapped(entry.kind()) ? others : hot).add(Way.of(heat));
        }
      }
    }
    spread(hot);
    for (MethodFacts method : graph.methods()) {
      if (!hottest.containsKey(method.id())
          && !entered.contains(method.id())
          && graph.callsTo(method.id()).isEmpty()) {
        others.add(Way.of(Heat.of(rootKind(method), "", method.id())));
      }
    }
    spread(others);
  }

  private EntryKind rootKind(MethodFacts method) {
    boolean once = method.runsOnce().answered(answers) == Certainty.SURE;
    boolean constructor = method.name().equals(MemberNames.CONSTRUCTOR);
    return once && !constructor ? EntryKind.START_UP : EntryKind.UNKNOWN;
  }

  private void spread(PriorityQueue<Way> queue) {
    Set<String> reachedBefore = Set.copyOf(hottest.keySet());
    while (!queue.isEmpty()) {
      Way way = queue.remove();
      if (reachedBefore.contains(way.method()) || !isHotter(way.log10(), way.method())) {
        continue;
      }
      hottest.put(way.method(), way);
      if (way.heat().methods().size() >= LONGEST_WAY) {
        continue;
      }
      for (CallGraph.Edge edge : graph.callsFrom(way.method())) {
        String callee = edge.callee().id();
        Surroundings around = edge.call().around();
        // A longer list of methods changes no number, so most ways end here, before they are made.
        double log10 =
            around.equals(Surroundings.PLAIN) ? way.log10() : way.heat().within(around).log10();
        if (isHotter(log10, callee)
            && !reachedBefore.contains(callee)
            && !way.heat().methods().contains(callee)) {
          queue.add(new Way(way.heat().through(around, callee, edge.likely()), log10));
        }
      }
    }
  }

  private boolean isHotter(double log10, String method) {
    Way known = hottest.get(method);
    return known == null || log10 > known.log10() + BETTER;
  }

  private int compare(List<String> way, List<String> other) {
    for (int i = 0; i < Math.min(way.size(), other.size()); i++) {
      int difference = Integer.compare(order.get(way.get(i)), order.get(other.get(i)));
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(way.size(), other.size());
  }

  /** How hot a method is; of one that nothing reaches, as an unknown caller makes it. */
  Heat of(String method) {
    Way way = hottest.get(method);
    return way != null ? way.heat() : Heat.of(EntryKind.UNKNOWN, "", method);
  }
}
