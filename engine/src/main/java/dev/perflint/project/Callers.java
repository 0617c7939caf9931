package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.Calls;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The call graph against the direction of its calls. */
final class Callers {
  /** A call, or the making of an anonymous class that has the method. */
  record Way(CallGraph.Edge edge, Link.Kind kind) {}

  private final CallGraph graph;
  private final Map<String, List<CallGraph.Edge>> makers = new HashMap<>();

  Callers(CallGraph graph) {
    this.graph = graph;
    for (MethodFacts maker : graph.methods()) {
      for (CallGraph.Edge edge : graph.handedOverBy(maker.id())) {
        makers.computeIfAbsent(edge.callee().id(), id -> new ArrayList<>()).add(edge);
      }
    }
  }

  /** Who runs a method. */
  List<Way> of(MethodFacts method) {
    List<Way> ways = new ArrayList<>();
    graph.callsTo(method.id()).forEach(edge -> ways.add(new Way(edge, Link.Kind.CALL)));
    makers
        .getOrDefault(method.id(), List.of())
        .forEach(edge -> ways.add(new Way(edge, Link.Kind.HANDED_OVER)));
    return ways;
  }

  /** Who names an abstract method; the graph links such calls to what implements it. */
  List<Way> naming(MethodFacts method) {
    List<Way> ways = new ArrayList<>();
    for (MethodFacts caller : graph.methods()) {
      for (CallFacts call : caller.calls()) {
        if (call.callee().name().equals(method.name())
            && (call.callee().arity() == Calls.ANY_ARITY || method.accepts(call.callee().arity()))
            && graph.declaredBy(call.callee()).contains(method)) {
          ways.add(new Way(new CallGraph.Edge(caller, call, method, false), Link.Kind.CALL));
        }
      }
    }
    return ways;
  }

  /** The ids of all methods that lead to these, themselves included; sorted. */
  Set<String> reaching(Collection<MethodFacts> methods) {
    Set<String> reaching = new TreeSet<>();
    Deque<MethodFacts> queue = new ArrayDeque<>(methods);
    while (!queue.isEmpty()) {
      MethodFacts method = queue.remove();
      if (reaching.add(method.id())) {
        of(method).forEach(way -> queue.add(way.edge().caller()));
      }
    }
    return reaching;
  }
}
