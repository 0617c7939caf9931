package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.TypeTraits;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of an application nobody runs, as far as can be seen: static methods that nobody calls,
 * classes of a package that nobody makes, constructors beside those that are used. A library's code
 * is called by others.
 */
final class UncalledCode {
  private final CallGraph graph;
  private final ProjectTypes types;
  private final HeatMap heat;

  UncalledCode(CallGraph graph, ProjectTypes types, HeatMap heat) {
    this.graph = graph;
    this.types = types;
    this.heat = heat;
  }

  /** Whether all ways to a method begin at such code. */
  boolean has(String method) {
    return has(method, new HashSet<>());
  }

  private boolean has(String id, Set<String> seen) {
    Optional<MethodFacts> method = graph.method(id);
    if (method.isEmpty() || graph.isHandedOver(id) || isEntered(id)) {
      return false;
    }
    if (isOfUnmadeType(method.get())) {
      return true;
    }
    List<CallGraph.Edge> callers = graph.callsTo(id);
    return callers.isEmpty()
        ? method.get().isStatic() || isSpareConstructor(method.get())
        : callers.stream()
            .map(edge -> edge.caller().id())
            .filter(seen::add)
            .allMatch(caller -> has(caller, seen));
  }

  /** Of a class that no container and no other package can make without being told so. */
  private boolean isOfUnmadeType(MethodFacts method) {
    return types
        .declared(method.owner())
        .filter(type -> type.traits().contains(TypeTraits.HIDDEN))
        .filter(type -> constructors(type).noneMatch(this::makes))
        .filter(
            type ->
                type.methods().stream()
                    .noneMatch(
                        one -> isEntered(one.id()) || one.isStatic() && isCalledFromElsewhere(one)))
        .isPresent();
  }

  /** Of a nested class, of which no container knows, another constructor is the one in use. */
  private boolean isSpareConstructor(MethodFacts method) {
    return method.name().equals(MemberNames.CONSTRUCTOR)
        && types
            .declared(method.owner())
            .filter(type -> type.traits().contains(TypeTraits.NESTED))
            .filter(type -> constructors(type).anyMatch(this::makes))
            .isPresent();
  }

  private static Stream<MethodFacts> constructors(TypeFacts type) {
    return type.methods().stream().filter(m -> m.name().equals(MemberNames.CONSTRUCTOR));
  }

  private boolean isCalledFromElsewhere(MethodFacts method) {
    return graph.callsTo(method.id()).stream()
        .anyMatch(edge -> !edge.caller().owner().equals(method.owner()));
  }

  private boolean isEntered(String method) {
    return !heat.entries(method).isEmpty();
  }

  /** Whether a constructor is called by more than another one of its class. */
  private boolean makes(MethodFacts constructor) {
    return graph.callsTo(constructor.id()).stream()
        .anyMatch(
            edge ->
                !edge.caller().owner().equals(constructor.owner())
                    || !edge.caller().name().equals(MemberNames.CONSTRUCTOR));
  }
}
