package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Certainty;
import dev.perflint.rank.Heat;
import dev.perflint.rank.RankingNumbers;
import dev.perflint.types.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/**
 * How hot each method is: the hottest way from an entry point to it. Ways from requests to batch
 * steps come first; what they do not reach is as hot as start-up, the command line or an unknown
 * caller makes it; what only tests reach comes last.
 */
final class HeatMap {
  private static final double BETTER = 1e-9;
  private static final Comparator<Heat> HOTTEST_FIRST =
      Comparator.comparingDouble(Heat::log10)
          .reversed()
          .thenComparingInt(heat -> heat.methods().size())
          .thenComparing(Heat::label)
          .thenComparing(heat -> String.join(" ", heat.methods()));

  private final CallGraph graph;
  private final Function<Question, Certainty> answers;
  private final Set<String> recursive;
  private final Map<String, Heat> hottest = new HashMap<>();

  HeatMap(CallGraph graph, Function<Question, Certainty> answers) {
    this.graph = graph;
    this.answers = answers;
    this.recursive = Recursion.in(graph);
    List<Heat> hot = new ArrayList<>();
    List<Heat> others = new ArrayList<>();
    List<Heat> tests = new ArrayList<>();
    for (MethodFacts method : graph.methods()) {
      for (MethodFacts.Entry entry : method.entries()) {
        if (entry.truth().answered(answers).isReported()) {
          boolean capped = RankingNumbers.isCapped(entry.kind());
          List<Heat> phase = entry.kind() == EntryKind.TEST ? tests : capped ? others : hot;
          for (MethodFacts entered : graph.implementations(method)) {
            phase.add(start(entry.kind(), entry.label(), entered));
          }
        }
      }
    }
    spread(hot);
    for (MethodFacts method : graph.methods()) {
      if (!hottest.containsKey(method.id()) && isRoot(method)) {
        others.add(start(rootKind(method), "", method));
      }
    }
    spread(others);
    // Rings without a way in, and what only start-up code hands over.
    List<Heat> rest = new ArrayList<>();
    for (MethodFacts method : graph.methods()) {
      if (!hottest.containsKey(method.id()) && !isEntry(method)) {
        rest.add(start(EntryKind.UNKNOWN, "", method));
      }
    }
    spread(rest);
    spread(tests);
  }

  private Heat start(EntryKind kind, String label, MethodFacts method) {
    Heat heat = Heat.of(kind, label, method.id());
    return recursive.contains(method.id()) ? heat.recursing() : heat;
  }

  private boolean isEntry(MethodFacts method) {
    return method.entries().stream().anyMatch(e -> e.truth().answered(answers).isReported());
  }

  private boolean isRoot(MethodFacts method) {
    return !isEntry(method)
        && graph.callsTo(method.id()).isEmpty()
        && !graph.isHandedOver(method.id());
  }

  private EntryKind rootKind(MethodFacts method) {
    boolean once = method.runsOnce().answered(answers) == Certainty.SURE;
    return once && !MemberNames.isConstruction(method.id())
        ? EntryKind.START_UP
        : EntryKind.UNKNOWN;
  }

  private void spread(List<Heat> starts) {
    Set<String> reachedBefore = Set.copyOf(hottest.keySet());
    PriorityQueue<Heat> queue = new PriorityQueue<>(HOTTEST_FIRST);
    queue.addAll(starts);
    while (!queue.isEmpty()) {
      Heat heat = queue.remove();
      String method = heat.methods().get(heat.methods().size() - 1);
      Heat known = hottest.get(method);
      if (reachedBefore.contains(method)
          || known != null && heat.log10() <= known.log10() + BETTER) {
        continue;
      }
      hottest.put(method, heat);
      graph.callsFrom(method).forEach(edge -> follow(edge, heat, reachedBefore, queue));
      // What is handed over at start-up runs later, nobody knows how often.
      if (heat.kind() != EntryKind.START_UP) {
        graph.handedOverBy(method).forEach(edge -> follow(edge, heat, reachedBefore, queue));
      }
    }
  }

  private void follow(
      CallGraph.Edge edge, Heat heat, Set<String> reachedBefore, PriorityQueue<Heat> queue) {
    String callee = edge.callee().id();
    if (!heat.methods().contains(callee) && !reachedBefore.contains(callee)) {
      Heat there = heat.through(edge.call().around(), callee, edge.likely());
      queue.add(recursive.contains(callee) ? there.recursing() : there);
    }
  }

  /** How hot a method is; of one that nothing reaches, as an unknown caller makes it. */
  Heat of(String method) {
    Heat heat = hottest.get(method);
    return heat != null ? heat : Heat.of(EntryKind.UNKNOWN, "", method);
  }
}
