package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Certainty;
import dev.perflint.rank.Heat;
import dev.perflint.rank.RankingNumbers;
import dev.perflint.types.Question;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * How hot each method is: the hottest way from an entry point to it. Ways from requests to batch
 * steps come first; what they do not reach is as hot as start-up, the command line or an unknown
 * caller makes it.
 */
final class HeatMap {
  private static final int LONGEST_WAY = 24;
  private static final double BETTER = 1e-9;
  private static final Comparator<Heat> HOTTEST_FIRST =
      Comparator.comparingDouble(Heat::log10)
          .reversed()
          .thenComparingInt(heat -> heat.methods().size())
          .thenComparing(Heat::label)
          .thenComparing(heat -> String.join(" ", heat.methods()));

  private final CallGraph graph;
  private final Function<Question, Certainty> answers;
  private final Map<String, Heat> hottest = new HashMap<>();

  HeatMap(CallGraph graph, Function<Question, Certainty> answers) {
    this.graph = graph;
    this.answers = answers;
    PriorityQueue<Heat> hot = new PriorityQueue<>(HOTTEST_FIRST);
    PriorityQueue<Heat> others = new PriorityQueue<>(HOTTEST_FIRST);
    for (MethodFacts method : graph.methods()) {
      for (MethodFacts.Entry entry : method.entries()) {
        if (entry.kind() != EntryKind.TEST && entry.truth().answered(answers).isReported()) {
          Heat heat = Heat.of(entry.kind(), entry.label(), method.id());
          (RankingNumbers.isCapped(entry.kind()) ? others : hot).add(heat);
        }
      }
    }
    spread(hot);
    for (MethodFacts method : graph.methods()) {
      if (!hottest.containsKey(method.id()) && isRoot(method)) {
        others.add(Heat.of(rootKind(method), "", method.id()));
      }
    }
    spread(others);
  }

  private boolean isRoot(MethodFacts method) {
    return method.entries().stream().noneMatch(e -> e.truth().answered(answers).isReported())
        && graph.callsTo(method.id()).isEmpty();
  }

  private EntryKind rootKind(MethodFacts method) {
    boolean once = method.runsOnce().answered(answers) == Certainty.SURE;
    boolean constructor = method.name().equals(MemberNames.CONSTRUCTOR);
    return once && !constructor ? EntryKind.START_UP : EntryKind.UNKNOWN;
  }

  private void spread(PriorityQueue<Heat> queue) {
    Map<String, Heat> reachedBefore = Map.copyOf(hottest);
    while (!queue.isEmpty()) {
      Heat heat = queue.remove();
      String method = heat.methods().get(heat.methods().size() - 1);
      Heat known = hottest.get(method);
      if (reachedBefore.containsKey(method)
          || known != null && heat.log10() <= known.log10() + BETTER) {
        continue;
      }
      hottest.put(method, heat);
      if (heat.methods().size() >= LONGEST_WAY) {
        continue;
      }
      for (CallGraph.Edge edge : graph.callsFrom(method)) {
        String callee = edge.callee().id();
        boolean around = heat.methods().contains(callee);
        if (!around && !reachedBefore.containsKey(callee)) {
          queue.add(heat.through(edge.call().around(), callee, edge.likely()));
        }
      }
    }
  }

  /** How hot a method is; of one that nothing reaches, as an unknown caller makes it. */
  Heat of(String method) {
    Heat heat = hottest.get(method);
    return heat != null ? heat : Heat.of(EntryKind.UNKNOWN, "", method);
  }
}
