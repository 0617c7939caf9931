package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which methods call themselves, directly or through others. A call that may mean another method is
 * no evidence: a decorator does not call itself. Nor does who hands a task over: the task that
 * schedules the next one runs again and again, one at a time.
 *
 * <p>Tarjan's algorithm, with a stack of its own: call chains are thousands long.
 */
final class Recursion {
  private static final int UNSEEN = -1;

  private final CallGraph graph;
  private final List<MethodFacts> methods;

  /** By position of the method, as all that follows. */
  private final int[] index;

  private final int[] low;
  private final boolean[] isOpen;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final Set<String> recursive = new HashSet<>();
  private int entered;

  /** A method on the path and how many of its callees have been looked at. */
  private static final class Visit {
    private final int method;
    private final int[] callees;
    private int next;

    private Visit(int method, int[] callees) {
      this.method = method;
      this.callees = callees;
    }

    private boolean callsItself() {
      return Arrays.stream(callees).anyMatch(callee -> callee == method);
    }
  }

  private Recursion(CallGraph graph) {
    this.graph = graph;
    methods = graph.methods();
    index = new int[methods.size()];
    low = new int[methods.size()];
    isOpen = new boolean[methods.size()];
    Arrays.fill(index, UNSEEN);
  }

  /** The ids of the methods that call themselves. */
  static Set<String> in(CallGraph graph) {
    Recursion search = new Recursion(graph);
    for (int method = 0; method < search.index.length; method++) {
      if (search.index[method] == UNSEEN) {
        search.from(method);
      }
    }
    return search.recursive;
  }

  private void from(int root) {
    Deque<Visit> path = new ArrayDeque<>();
    path.push(enter(root));
    while (!path.isEmpty()) {
      Visit visit = path.peek();
      if (visit.next < visit.callees.length) {
        int callee = visit.callees[visit.next++];
        if (index[callee] == UNSEEN) {
          path.push(enter(callee));
        } else if (isOpen[callee]) {
          low[visit.method] = Math.min(low[visit.method], index[callee]);
        }
      } else {
        path.pop();
        close(visit);
        if (!path.isEmpty()) {
          int caller = path.peek().method;
          low[caller] = Math.min(low[caller], low[visit.method]);
        }
      }
    }
  }

  private Visit enter(int method) {
    index[method] = entered;
    low[method] = entered++;
    open.push(method);
    isOpen[method] = true;
    List<CallGraph.Edge> calls = graph.callsFrom(methods.get(method).id());
    int[] callees = new int[calls.size()];
    int known = 0;
    for (CallGraph.Edge edge : calls) {
      int callee = edge.likely() || edge.later() ? -1 : graph.position(edge.callee());
      if (callee >= 0) {
        callees[known++] = callee;
      }
    }
    return new Visit(method, Arrays.copyOf(callees, known));
  }

  private void close(Visit visit) {
    if (low[visit.method] != index[visit.method]) {
      return;
    }
    List<String> ring = new ArrayList<>();
    int member;
    do {
      member = open.pop();
      isOpen[member] = false;
      ring.add(methods.get(member).id());
    } while (member != visit.method);
    if (ring.size() > 1 || visit.callsItself()) {
      recursive.addAll(ring);
    }
  }
}
