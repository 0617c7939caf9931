package dev.perflint.project;

import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Surroundings;
import dev.perflint.model.Location;
import dev.perflint.model.Step;
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
   * A step for each call from the entry point on; the unnamed middle of a long way has none, nor
   * has a way of one method.
   */
  List<Step> of(Heat heat) {
    List<Step> steps = new ArrayList<>();
    List<String> methods = heat.methods();
    for (int i = 0; i + 1 < methods.size(); i++) {
      String label = i == 0 && !heat.label().isEmpty() ? heat.label() + ": " : "";
      edge(methods.get(i), methods.get(i + 1)).ifPresent(edge -> steps.add(step(label, edge)));
    }
    return steps;
  }

  /** The hottest call from one method to the other, which is the one that the heat came by. */
  private Optional<CallGraph.Edge> edge(String caller, String callee) {
    return Stream.concat(graph.callsFrom(caller).stream(), graph.handedOverBy(caller).stream())
        .filter(edge -> edge.callee().id().equals(callee))
        .max(Comparator.comparingDouble(edge -> weight(edge.call().around())));
  }

  private static double weight(Surroundings around) {
    return Heat.PLAIN.within(around).log10();
  }

  private Step step(String label, CallGraph.Edge edge) {
    StringBuilder text = new StringBuilder(label);
    text.append(MemberNames.shortName(edge.caller().id()));
    text.append(" calls ").append(MemberNames.shortName(edge.callee().id()));
    Heat.PLAIN.within(edge.call().around()).loops().stream()
        .map(Surroundings.Repeat::text)
        .distinct()
        .forEach(loop -> text.append(", in a ").append(loop));
    String path = types.pathOf(edge.caller().owner());
    return new Step(new Location(path, edge.call().region()), text.toString());
  }
}
