package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.ParameterTest;
import dev.perflint.facts.Passed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What methods ask of their parameters, and those do that they hand them on to: a constant closes a
 * branch however many methods it goes through.
 */
final class AskedTests {
  /** Of one method; what asks more does not depend on a constant or two. */
  private static final int MOST = 12;

  private final Map<String, Set<ParameterTest>> byMethod = new HashMap<>();

  AskedTests(CallGraph graph) {
    Deque<String> changed = new ArrayDeque<>();
    for (MethodFacts method : graph.methods()) {
      if (!method.tests().isEmpty()) {
        byMethod.put(method.id(), new LinkedHashSet<>(method.tests()));
        changed.add(method.id());
      }
    }
    while (!changed.isEmpty()) {
      String callee = changed.remove();
      for (CallGraph.Edge edge : graph.callsTo(callee)) {
        if (handOn(edge)) {
          changed.add(edge.caller().id());
        }
      }
    }
  }

  /** Whether the caller asks more than was known. */
  private boolean handOn(CallGraph.Edge edge) {
    List<Passed> arguments = edge.call().arguments();
    boolean more = false;
    for (ParameterTest test : List.copyOf(byMethod.get(edge.callee().id()))) {
      if (test.parameter() < arguments.size()) {
        Passed passed = arguments.get(test.parameter());
        more |= passed.whole() && add(edge.caller().id(), test.of(passed.parameter()));
      }
    }
    return more;
  }

  private boolean add(String method, ParameterTest test) {
    Set<ParameterTest> known = byMethod.computeIfAbsent(method, id -> new LinkedHashSet<>(2));
    return known.size() < MOST && known.add(test);
  }

  /** What a way has to hand over to reach all that a method leads to; empty for most methods. */
  Set<ParameterTest> of(String method) {
    return byMethod.getOrDefault(method, Set.of());
  }
}
