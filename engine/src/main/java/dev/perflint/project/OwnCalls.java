package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import dev.perflint.types.MethodRef;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Of which class the object is that a way is in: where a base class calls a method of its own that
 * subclasses override, a way that came through one of them does not go on in another.
 */
final class OwnCalls {
  /** Nothing more is known than that the object has the method. */
  static final String ANY = "";

  private final CallGraph graph;
  private final TypeResolver resolver;
  private final Map<String, Map<String, Boolean>> subtypes = new HashMap<>();
  private final Set<String> dispatching;

  OwnCalls(CallGraph graph, TypeResolver resolver) {
    this.graph = graph;
    this.resolver = resolver;
    this.dispatching = dispatching();
  }

  /** The methods for which it matters: on their own object, they lead to what subclasses have. */
  private Set<String> dispatching() {
    Set<String> found = new HashSet<>();
    Map<String, List<String>> callers = new HashMap<>();
    for (MethodFacts method : graph.methods()) {
      for (CallGraph.Edge edge : graph.callsFrom(method.id())) {
        if (isOnSame(edge)) {
          callers.computeIfAbsent(edge.callee().id(), id -> new ArrayList<>()).add(method.id());
          if (isSubtype(edge.callee().owner(), method.owner())) {
            found.add(method.id());
          }
        }
      }
    }
    Deque<String> queue = new ArrayDeque<>(found);
    while (!queue.isEmpty()) {
      for (String caller : callers.getOrDefault(queue.remove(), List.of())) {
        if (found.add(caller)) {
          queue.add(caller);
        }
      }
    }
    return found;
  }

  /**
   * Whether a call may lead there.
   *
   * @param self the class of the object that the call stands in, as {@link #after} has it
   */
  boolean mayLead(String self, CallGraph.Edge edge) {
    MethodRef ref = edge.call().callee();
    return self.equals(ANY)
        || ref.isInherited()
        || !isOnSame(edge)
        || graph.mayMean(ref, self, edge.callee());
  }

  /**
   * The class of the object behind a call, where that is narrower than the class of the method that
   * is called and tells what it calls in turn.
   *
   * @param self that before the call
   */
  String after(String self, CallGraph.Edge edge) {
    if (!dispatching.contains(edge.callee().id()) || edge.callee().isStatic()) {
      return ANY;
    }
    String narrower = isOnSame(edge) ? own(self, edge) : receiver(edge.call().callee());
    return isSubtype(narrower, edge.callee().owner()) ? narrower : ANY;
  }

  private static String own(String self, CallGraph.Edge edge) {
    return self.equals(ANY) ? edge.caller().owner() : self;
  }

  /** Whether the object goes on: an unscoped call may also be of a type around. */
  private boolean isOnSame(CallGraph.Edge edge) {
    MethodRef ref = edge.call().callee();
    return ref.isOwn()
        && !edge.caller().isStatic()
        && (ref.isInherited() || edge.caller().isOf(receiver(ref)));
  }

  private String receiver(MethodRef ref) {
    return resolver.settle(ref.owner()) instanceof TypeRef.Named named ? named.name() : ANY;
  }

  /** Asked for each call that objects make of their own methods, of the same few types. */
  private boolean isSubtype(String type, String of) {
    return !type.equals(ANY)
        && !type.equals(of)
        && subtypes
            .computeIfAbsent(type, t -> new HashMap<>())
            .computeIfAbsent(of, o -> resolver.isA(TypeRef.named(type), o).mayBeReported());
  }
}
