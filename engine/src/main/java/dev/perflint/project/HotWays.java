package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Surroundings;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Location;
import dev.perflint.rank.Heat;
import dev.perflint.rank.RankingNumbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ways from entry points to a place, with their calls. */
final class HotWays {
  private static final Comparator<Heat> HOTTEST_FIRST =
      Comparator.comparing((Heat heat) -> isRare(heat))
          .thenComparing(heat -> -heat.log10())
          .thenComparing(heat -> heat.methods().size())
          .thenComparing(Heat::label)
          .thenComparing(heat -> heat.methods().get(0));

  private final ProjectTypes types;
  private final CallGraph graph;
  private final HeatMap heat;
  private final Callers callers;
  private final Approach approach;

  HotWays(ProjectTypes types, CallGraph graph, HeatMap heat, Callers callers) {
    this.types = types;
    this.graph = graph;
    this.heat = heat;
    this.callers = callers;
    this.approach = new Approach(graph, types);
  }

  /**
   * Somewhere in a method.
   *
   * @param around between its start and there
   */
  record Spot(MethodFacts method, Surroundings around) {}

  /**
   * The calls on a way.
   *
   * @param place in the last method; empty for its start
   */
  List<WayStep> steps(Heat way, Optional<Location> place, Surroundings around) {
    List<WayStep> steps = new ArrayList<>();
    List<String> methods = way.methods();
    List<Optional<Approach.Call>> calls = approach.calls(way);
    for (int i = 0; i < calls.size(); i++) {
      steps.add(step(methods.get(i), calls.get(i).map(this::link)));
    }
    Optional<Link> last =
        place.map(at -> new Link(Link.Kind.CALL, at, way.counted(around), false, around.later()));
    steps.add(step(methods.get(methods.size() - 1), last));
    return steps;
  }

  private WayStep step(String method, Optional<Link> link) {
    String name = method.equals(Heat.GAP) ? method : MemberNames.shortName(method);
    return new WayStep(name, heat.isRecursive(method), link);
  }

  private Link link(Approach.Call call) {
    CallGraph.Edge edge = call.edge();
    boolean handedOver = graph.handedOverBy(edge.caller().id()).contains(edge);
    Link.Kind kind = handedOver ? Link.Kind.HANDED_OVER : Link.Kind.CALL;
    return Link.of(edge, kind, types).within(call.around());
  }

  /** The hottest way of each entry point to one of the spots, the hottest first. */
  List<Heat> all(Collection<Spot> spots) {
    Set<String> within = callers.reaching(spots.stream().map(Spot::method).toList());
    List<Heat> ways = new ArrayList<>();
    for (String method : within) {
      for (Heat start : heat.entries(method)) {
        HeatMap alone = heat.alone(start, within);
        spots.stream()
            .flatMap(spot -> alone.reached(spot.method().id(), spot.around()).stream())
            .min(HOTTEST_FIRST)
            .ifPresent(ways::add);
      }
    }
    ways.sort(HOTTEST_FIRST);
    return ways;
  }

  /** Whether the heat map looks at such a way only where no other leads. */
  static boolean isRare(Heat heat) {
    return RankingNumbers.isAside(heat.kind()) || heat.kind() == EntryKind.UNKNOWN;
  }
}
