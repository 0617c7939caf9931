package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Certainty;
import dev.perflint.rank.Heat;
import dev.perflint.rank.RankingNumbers;
import dev.perflint.types.Question;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which methods virtual threads run, each with a way there: from what starts the thread, through
 * calls that stay on it.
 */
final class VirtualWays {
  private static final Comparator<Heat> HOTTEST_FIRST =
      Comparator.comparing((Heat heat) -> HotWays.isRare(heat))
          .thenComparing(heat -> -heat.log10())
          .thenComparing(heat -> heat.methods().size())
          .thenComparing(heat -> String.join(" ", heat.methods()));

  private final CallGraph graph;
  private final HeatMap heat;
  private final Function<Question, Certainty> answers;
  private final Map<String, Heat> ways = new HashMap<>();

  VirtualWays(CallGraph graph, HeatMap heat, Function<Question, Certainty> answers) {
    this.graph = graph;
    this.heat = heat;
    this.answers = answers;
    List<Heat> starts = new ArrayList<>();
    for (MethodFacts method : graph.methods()) {
      if (method.onVirtualThread().answered(answers).isReported()) {
        graph.implementations(method).forEach(start -> starts.add(entry(start)));
      }
      graph.callsFrom(method.id()).forEach(edge -> start(edge, starts));
      graph.handedOverBy(method.id()).forEach(edge -> start(edge, starts));
    }
    starts.removeIf(way -> way.kind() == EntryKind.TEST);
    starts.sort(HOTTEST_FIRST);
    spread(starts);
  }

  /** The hottest way to a method that virtual threads run; empty when none is seen to. */
  Optional<Heat> to(String method) {
    return Optional.ofNullable(ways.get(method));
  }

  Certainty certainty(String method) {
    Heat way = ways.get(method);
    if (way == null || way.methods().size() > RankingNumbers.LONGEST_SURE_WAY) {
      return Certainty.NO;
    }
    return way.likely() ? Certainty.LIKELY : Certainty.SURE;
  }

  private Heat entry(MethodFacts method) {
    return heat.entries(method.id()).stream()
        .min(HOTTEST_FIRST)
        .orElseGet(() -> heat.of(method.id()));
  }

  /** What a virtual thread is started with, once for each caller. */
  private void start(CallGraph.Edge edge, List<Heat> into) {
    if (edge.call().around().virtual()) {
      into.add(next(heat.of(edge.caller().id()), edge));
    }
  }

  private void spread(List<Heat> starts) {
    Deque<Heat> queue = new ArrayDeque<>(starts);
    while (!queue.isEmpty()) {
      Heat way = queue.remove();
      String method = way.methods().get(way.methods().size() - 1);
      if (ways.putIfAbsent(method, way) == null) {
        for (CallGraph.Edge edge : graph.callsFrom(method)) {
          if (!edge.later() && !ways.containsKey(edge.callee().id())) {
            queue.add(next(way, edge));
          }
        }
      }
    }
  }

  private static Heat next(Heat way, CallGraph.Edge edge) {
    return HeatMap.through(way, edge);
  }
}
