package dev.perflint.project;

import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Surroundings;
import dev.perflint.model.Location;
import dev.perflint.model.Step;
import dev.perflint.rank.Argument;
import dev.perflint.rank.Heat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls of a way as places: a heat names methods only, since there are as many as methods. */
final class Approach {
  private final CallGraph graph;
  private final ProjectTypes types;

  Approach(CallGraph graph, ProjectTypes types) {
    this.graph = graph;
    this.types = types;
  }

  /**
   * A call on a way.
   *
   * @param around what it stands in, with as many passes as the way makes
   */
  record Call(CallGraph.Edge edge, Surroundings around) {}

  /**
   * A step for each call from the entry point on; the unnamed middle of a long way has none, nor
   * has a way of one method.
   */
  List<Step> of(Heat way) {
    List<Step> steps = new ArrayList<>();
    for (Optional<Call> call : calls(way)) {
      String label = steps.isEmpty() && !way.label().isEmpty() ? way.label() + ": " : "";
      call.ifPresent(one -> steps.add(step(label, one)));
    }
    return steps;
  }

  /**
   * From each method but the last to the next; empty beside the middle that a long way has lost.
   */
  List<Optional<Call>> calls(Heat way) {
    List<Optional<Call>> calls = new ArrayList<>();
    List<String> methods = way.methods();
    Heat there = start(way);
    for (int i = 0; i + 1 < methods.size(); i++) {
      Optional<CallGraph.Edge> edge = edge(methods.get(i), methods.get(i + 1), there, way);
      Heat here = there;
      calls.add(edge.map(one -> new Call(one, here.counted(one.call().around()))));
      if (edge.isPresent()) {
        there = HeatMap.through(there, edge.get());
      }
    }
    return calls;
  }

  private Heat start(Heat way) {
    String first = way.methods().get(0);
    List<Argument> arguments =
        graph.callsFrom(first).stream()
            .findFirst()
            .map(edge -> HandedOver.at(way.kind(), edge.caller().parameters()))
            .orElse(List.of());
    return Heat.entering(way.kind(), way.label(), first, arguments);
  }

  /** Of several calls between two methods the one that the way's heat has gone through. */
  private Optional<CallGraph.Edge> edge(String caller, String callee, Heat there, Heat way) {
    // Loops are known by their place, so the one that has more of the way's loops is on it.
    return Stream.concat(graph.callsFrom(caller).stream(), graph.handedOverBy(caller).stream())
        .filter(edge -> edge.callee().id().equals(callee))
        .min(
            Comparator.comparing((CallGraph.Edge edge) -> there.isClosed(edge.call().around()))
                .thenComparing(edge -> !leads(there.within(edge.call().around()), way))
                .thenComparing(edge -> -edge.call().around().loops().size())
                .thenComparing(edge -> edge.call().region()));
  }

  private static boolean leads(Heat there, Heat way) {
    int loops = there.loops().size();
    return loops <= way.loops().size()
        && there.loops().equals(way.loops().subList(0, loops))
        && there.branches() <= way.branches()
        && (way.inCatch() || !there.inCatch())
        && (way.onMiss() || !there.onMiss())
        && (way.logGuarded() || !there.logGuarded());
  }

  private Step step(String label, Call call) {
    CallGraph.Edge edge = call.edge();
    StringBuilder text = new StringBuilder(label);
    text.append(MemberNames.shortName(edge.caller().id()));
    text.append(" calls ").append(MemberNames.shortName(edge.callee().id()));
    Heat.PLAIN.within(call.around()).loops().stream()
        .map(Surroundings.Repeat::text)
        .distinct()
        .forEach(loop -> text.append(", in a ").append(loop));
    if (edge.call().around().virtual()) {
      text.append(", on a virtual thread");
    }
    String path = types.pathOf(edge.caller().owner());
    return new Step(new Location(path, edge.call().region()), text.toString());
  }
}
