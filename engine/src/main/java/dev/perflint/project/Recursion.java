package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which methods call themselves, directly or through others. A call that may mean another method is
 * no evidence: a decorator does not call itself. Nor does who hands a task over: the task that
 * schedules the next one runs again and again, one at a time.
 *
 * <p>Tarjan's algorithm, with a stack of its own: call chains are thousands long.
 */
final class Recursion {
  private final CallGraph graph;
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, Integer> low = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> isOpen = new HashSet<>();
  private final Set<String> recursive = new HashSet<>();

  private record Visit(String method, List<String> callees, int[] next) {}

  private Recursion(CallGraph graph) {
    this.graph = graph;
  }

  /** The ids of the methods that call themselves. */
  static Set<String> in(CallGraph graph) {
    Recursion search = new Recursion(graph);
    for (MethodFacts method : graph.methods()) {
      if (!search.index.containsKey(method.id())) {
        search.from(method.id());
      }
    }
    return search.recursive;
  }

  private void from(String root) {
    Deque<Visit> path = new ArrayDeque<>();
    path.push(enter(root));
    while (!path.isEmpty()) {
      Visit visit = path.peek();
      if (visit.next()[0] < visit.callees().size()) {
        String callee = visit.callees().get(visit.next()[0]++);
        if (!index.containsKey(callee)) {
          path.push(enter(callee));
        } else if (isOpen.contains(callee)) {
          low.merge(visit.method(), index.get(callee), Math::min);
        }
      } else {
        path.pop();
        close(visit);
        if (!path.isEmpty()) {
          low.merge(path.peek().method(), low.get(visit.method()), Math::min);
        }
      }
    }
  }

  private Visit enter(String method) {
    index.put(method, index.size());
    low.put(method, index.get(method));
    open.push(method);
    isOpen.add(method);
    List<String> callees =
        graph.callsFrom(method).stream()
            .filter(edge -> !edge.likely() && !edge.later())
            .map(edge -> edge.callee().id())
            .toList();
    return new Visit(method, callees, new int[1]);
  }

  private void close(Visit visit) {
    if (!low.get(visit.method()).equals(index.get(visit.method()))) {
      return;
    }
    List<String> ring = new ArrayList<>();
    String member;
    do {
      member = open.pop();
      isOpen.remove(member);
      ring.add(member);
    } while (!member.equals(visit.method()));
    if (ring.size() > 1 || visit.callees().contains(visit.method())) {
      recursive.addAll(ring);
    }
  }
}
