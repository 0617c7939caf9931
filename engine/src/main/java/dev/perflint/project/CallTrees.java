package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Surroundings;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Location;
import dev.perflint.model.Region;
import dev.perflint.rank.Heat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws the trees of callers and callees of a method. Each method shows its branches once; what is
 * far from the root shows fewer of them.
 */
final class CallTrees {
  /** What a call can do, in the order in which it is told. */
  static final List<String> ROLES =
      List.of(Roles.QUERY, Roles.REMOTE_CALL, Roles.STARTS_REMOTE, Roles.RUNS_LATER);

  private static final int[] MOST_BRANCHES = {10, 5, 3, 2};

  private final ProjectTypes types;
  private final CallGraph graph;
  private final HeatMap heat;
  private final Effects effects;
  private final Callers callers;
  private final Set<String> doing;

  CallTrees(ProjectTypes types, CallGraph graph, HeatMap heat, Effects effects, Callers callers) {
    this.types = types;
    this.graph = graph;
    this.heat = heat;
    this.effects = effects;
    this.callers = callers;
    this.doing =
        callers.reaching(
            graph.methods().stream().filter(method -> !does(method).isEmpty()).toList());
  }

  private record Step(CallGraph.Edge edge, Link.Kind kind, MethodFacts to) {}

  /** Who calls it, and who calls those, down to some depth. */
  CallTree callers(MethodFacts method, int depth) {
    Drawing drawing = new Drawing(true, depth);
    drawing.hotWay.addAll(heat.of(method.id()).methods());
    return drawing.tree(method);
  }

  /** What it calls, and what those call, down to some depth. */
  CallTree callees(MethodFacts method, int depth) {
    return new Drawing(false, depth).tree(method);
  }

  CallTree.Method described(MethodFacts method) {
    int line = method.line();
    return new CallTree.Method(
        method.id(),
        MemberNames.shortName(method.id()),
        new Location(types.pathOf(method.owner()), new Region(line, 1, line, 1)),
        heat.entries(method.id()),
        heat.of(method.id()));
  }

  /** What the library knowledge says of a method's own calls, in the order of the source. */
  List<CallTree.Does> does(MethodFacts method) {
    List<CallTree.Does> found = new ArrayList<>();
    for (CallFacts call : method.calls()) {
      for (String role : ROLES) {
        effects
            .done(call, role)
            .ifPresent(
                what ->
                    found.add(
                        new CallTree.Does(
                            role,
                            what,
                            new Location(types.pathOf(method.owner()), call.region()),
                            graph.settled(call.around()))));
      }
    }
    found.sort(Comparator.comparing(CallTree.Does::at));
    return found;
  }

  private List<Step> up(MethodFacts method) {
    List<Callers.Way> ways = method.isAbstract() ? callers.naming(method) : callers.of(method);
    return ways.stream().map(w -> new Step(w.edge(), w.kind(), w.edge().caller())).toList();
  }

  private List<Step> down(MethodFacts method) {
    List<Step> steps = new ArrayList<>();
    if (method.isAbstract()) {
      List<MethodFacts> found = graph.implementations(method);
      Region region = new Region(method.line(), 1, method.line(), 1);
      for (MethodFacts one : found) {
        CallFacts named = CallFacts.plain(CallGraph.reference(method), region, Surroundings.PLAIN);
        CallGraph.Edge edge = new CallGraph.Edge(method, named, one, found.size() > 1);
        steps.add(new Step(edge, Link.Kind.IMPLEMENTED, one));
      }
      return steps;
    }
    graph
        .callsFrom(method.id())
        .forEach(edge -> steps.add(new Step(edge, Link.Kind.CALL, edge.callee())));
    graph
        .handedOverBy(method.id())
        .forEach(edge -> steps.add(new Step(edge, Link.Kind.HANDED_OVER, edge.callee())));
    return steps;
  }

  /** One tree while it grows. */
  private final class Drawing {
    private final boolean up;
    private final int depth;
    private final Deque<String> path = new ArrayDeque<>();
    private final Set<String> shown = new HashSet<>();
    private final Set<String> hotWay = new HashSet<>();

    Drawing(boolean up, int depth) {
      this.up = up;
      this.depth = depth;
    }

    CallTree tree(MethodFacts method) {
      CallTree.Method described = described(method);
      List<CallTree.Does> does = up ? List.of() : does(method);
      List<Step> steps = up ? up(method) : down(method);
      CallTree.End end = end(method, steps);
      if (end != CallTree.End.WHOLE) {
        return new CallTree(described, does, List.of(), 0, end);
      }
      shown.add(method.id());
      path.push(method.id());
      List<List<Step>> groups = groups(method, steps);
      List<CallTree.Branch> branches = new ArrayList<>();
      for (List<Step> group : kept(groups)) {
        branches.add(new CallTree.Branch(links(group), tree(group.get(0).to())));
      }
      path.pop();
      return new CallTree(described, does, branches, groups.size() - branches.size(), end);
    }

    private CallTree.End end(MethodFacts method, List<Step> steps) {
      if (steps.isEmpty()) {
        return CallTree.End.WHOLE;
      }
      if (path.contains(method.id())) {
        return CallTree.End.CYCLE;
      }
      if (!up && !path.isEmpty() && !doing.contains(method.id())) {
        return CallTree.End.QUIET;
      }
      if (shown.contains(method.id())) {
        return CallTree.End.SHOWN;
      }
      // The hottest way is shown up to its entry point, however long it is.
      return path.size() >= depth && !hotWay.contains(method.id())
          ? CallTree.End.DEEPER
          : CallTree.End.WHOLE;
    }

    /** The calls by the method at their other end. */
    private List<List<Step>> groups(MethodFacts method, List<Step> steps) {
      Map<String, List<Step>> byMethod = new LinkedHashMap<>();
      for (Step step : steps) {
        byMethod.computeIfAbsent(step.to().id(), id -> new ArrayList<>()).add(step);
      }
      List<List<Step>> groups = new ArrayList<>(byMethod.values());
      groups.forEach(group -> group.sort(CallTrees::compareHeat));
      groups.sort(up ? hottestFirst(method) : bySource());
      return groups;
    }

    /** Callees that do something known stay before those that do not. */
    private List<List<Step>> kept(List<List<Step>> groups) {
      int level = Math.min(path.size() - 1, MOST_BRANCHES.length - 1);
      int most = path.size() > depth ? 1 : MOST_BRANCHES[level];
      if (groups.size() <= most) {
        return groups;
      }
      if (up) {
        return groups.subList(0, most);
      }
      List<List<Step>> first = new ArrayList<>(groups);
      first.sort(Comparator.comparing(group -> !doing.contains(group.get(0).to().id())));
      Set<List<Step>> kept = Set.copyOf(first.subList(0, most));
      return groups.stream().filter(kept::contains).toList();
    }

    private List<Link> links(List<Step> group) {
      return group.stream().map(step -> Link.of(step.edge(), step.kind(), types)).toList();
    }
  }

  private static int compareHeat(Step one, Step other) {
    int byHeat = Double.compare(added(other), added(one));
    return byHeat != 0
        ? byHeat
        : one.edge().call().region().compareTo(other.edge().call().region());
  }

  /** What the call's surroundings add to the heat of its method. */
  private static double added(Step step) {
    return Heat.of(EntryKind.UNKNOWN, "", "").within(step.edge().call().around()).log10();
  }

  private static Comparator<List<Step>> bySource() {
    return Comparator.comparing(
            (List<Step> group) ->
                group.stream()
                    .map(step -> step.edge().call().region())
                    .min(Comparator.naturalOrder())
                    .orElseThrow())
        .thenComparing(group -> group.get(0).to().id());
  }

  /** As the heat map prefers them: the way that it took, then entry points that run often. */
  private Comparator<List<Step>> hottestFirst(MethodFacts method) {
    List<String> way = heat.of(method.id()).methods();
    String taken = way.size() > 1 ? way.get(way.size() - 2) : "";
    return Comparator.comparing((List<Step> group) -> !group.get(0).to().id().equals(taken))
        .thenComparing(group -> HotWays.isRare(heat.of(group.get(0).to().id())))
        .thenComparing(group -> -through(group.get(0)))
        .thenComparing(group -> group.get(0).to().id());
  }

  private double through(Step step) {
    return heat.at(step.to().id(), step.edge().call().around()).log10();
  }
}
