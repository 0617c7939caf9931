package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Surroundings;
import dev.perflint.model.Certainty;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Which project methods call which, by declared receiver types. An overload that cannot be told
 * apart or a receiver of unknown type is not linked.
 */
final class CallGraph {
  /**
   * One call of one method by another.
   *
   * @param likely whether the call may mean another method too
   */
  record Edge(MethodFacts caller, CallFacts call, MethodFacts callee, boolean likely) {
    /** Whether the caller goes on while another thread, or another time, runs it. */
    boolean later() {
      return call.around().later() || callee.runsLater();
    }
  }

  private static final int PARTS_A_THREAD = 8;

  private final TypeResolver resolver;
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<MethodFacts> methods;
  private final CallTargets targets;
  private final ArgumentEffects arguments;
  private final Map<String, List<Edge>> from = new HashMap<>();
  private final Map<String, List<Edge>> to = new HashMap<>();
  private final Map<String, List<Edge>> handed = new HashMap<>();
  private final Set<String> handedOver = new HashSet<>();
  private final Map<String, List<Surroundings.Repeat>> loopsOverParameters = new HashMap<>();
  private final Set<String> recursive;

  CallGraph(ProjectTypes types, TypeResolver resolver, Team team) {
    this.resolver = resolver;
    methods = sorted(types.production());
    targets = new CallTargets(types, resolver, methods);
    arguments = new ArgumentEffects(this);
    link(types, team);
    // Both look at all calls, and neither asks for what the other one makes.
    Supplier<Set<String>> rings = () -> Recursion.in(this);
    Supplier<Set<String>> called =
        () -> {
          methods.forEach(this::addCalls);
          return Set.of();
        };
    recursive = team.map(List.of(rings, called), Supplier::get).get(0);
  }

  /**
   * In parts, each with targets of its own: those of the graph answer what the parts ask meanwhile.
   */
  private void link(ProjectTypes types, Team team) {
    Queue<CallTargets> idle = new ConcurrentLinkedQueue<>();
    Function<List<MethodFacts>, CallLinks> linked =
        callers -> {
          CallTargets own = Optional.ofNullable(idle.poll()).orElseGet(targets::another);
          CallLinks links = new CallLinks(types, own, this::settled);
          callers.forEach(links::add);
          idle.add(own);
          return links;
        };
    for (CallLinks links : team.map(parts(team.threads()), linked)) {
      from.putAll(links.calls());
      loopsOverParameters.putAll(links.loopsOverParameters());
      for (Edge edge : links.handedOver()) {
        handed.computeIfAbsent(edge.caller().id(), id -> new ArrayList<>()).add(edge);
        handedOver.add(edge.callee().id());
      }
    }
    idle.forEach(targets::learn);
  }

  /** Enough of them that whoever is done early takes another one. */
  private List<List<MethodFacts>> parts(int threads) {
    int count = threads == 1 ? 1 : threads * PARTS_A_THREAD;
    List<List<MethodFacts>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(methods.subList(methods.size() * i / count, methods.size() * (i + 1) / count));
    }
    return parts;
  }

  private void addCalls(MethodFacts caller) {
    for (Edge edge : callsFrom(caller.id())) {
      to.computeIfAbsent(edge.callee().id(), id -> new ArrayList<>()).add(edge);
    }
  }

  /**
   * By id, and each at its position. An id begins with the type's name and a character that sorts
   * before all of a name, so that types in their order need no comparison of long names.
   */
  private List<MethodFacts> sorted(List<TypeFacts> types) {
    List<MethodFacts> sorted = new ArrayList<>();
    for (TypeFacts type : types) {
      List<MethodFacts> own = new ArrayList<>(type.methods());
      own.sort(Comparator.comparing(MethodFacts::id));
      for (MethodFacts method : own) {
        if (positions.putIfAbsent(method.id(), sorted.size()) == null) {
          sorted.add(method);
        }
      }
    }
    return List.copyOf(sorted);
  }

  /** What the methods do with their arguments; loops around calls depend on it. */
  ArgumentEffects arguments() {
    return arguments;
  }

  /** Without loops that are none, now that all files are known. */
  Surroundings settled(Surroundings around) {
    return around.settled(truth -> truth.answered(this::answer));
  }

  /** Asked by all threads that link calls. */
  private synchronized Certainty answer(Question question) {
    if (question instanceof Question.DoesTo asked) {
      return arguments.answer(asked);
    }
    return question instanceof Question.IsA asked
            && resolver.isA(asked.type(), asked.supertypes()) instanceof Truth.Decided decided
        ? decided.certainty()
        : Certainty.UNKNOWN;
  }

  /** Whether the call publishes an event. */
  static boolean isEvent(MethodRef ref) {
    return ref.name().equals(MemberNames.LISTENERS);
  }

  /** The method itself; of an abstract one, as of an annotated interface, what implements it. */
  List<MethodFacts> implementations(MethodFacts method) {
    return method.isAbstract() ? targets(reference(method)).methods() : List.of(method);
  }

  /** A method as one calls it who knows the type that declares it. */
  static MethodRef reference(MethodFacts method) {
    return new MethodRef(
        TypeRef.named(method.owner()),
        method.name(),
        method.parameters().size(),
        method.parameters(),
        MethodRef.Receiver.ANY);
  }

  /** Every method of production code, sorted by id. */
  List<MethodFacts> methods() {
    return methods;
  }

  /** The method of that id; empty when production code has none. */
  Optional<MethodFacts> method(String id) {
    return Optional.ofNullable(positions.get(id)).map(methods::get);
  }

  /** Where a method stands among {@link #methods}; -1 for one of tests. */
  int position(MethodFacts method) {
    return positions.getOrDefault(method.id(), -1);
  }

  /** Whether the method calls itself, directly or through others. */
  boolean isRecursive(String method) {
    return recursive.contains(method);
  }

  /** The calls that a method makes of project methods. */
  List<Edge> callsFrom(String method) {
    return from.getOrDefault(method, List.of());
  }

  /** The methods of the anonymous classes that a method makes; who calls them cannot be seen. */
  List<Edge> handedOverBy(String method) {
    return handed.getOrDefault(method, List.of());
  }

  /** Whether it is a method of an anonymous class. */
  boolean isHandedOver(String method) {
    return handedOver.contains(method);
  }

  /** The loops of a method over its parameters around calls, whether they are any or not. */
  List<Surroundings.Repeat> loopsOverParameters(String method) {
    return loopsOverParameters.getOrDefault(method, List.of());
  }

  /** The calls of a method by project methods. */
  List<Edge> callsTo(String method) {
    return to.getOrDefault(method, List.of());
  }

  /** The methods that a call may mean. */
  CallTargets.Targets targets(MethodRef ref) {
    return targets.of(ref);
  }

  /**
   * Whether a call that a method makes of its own object may mean this one, where the object is of
   * that type.
   */
  boolean mayMean(MethodRef ref, String type, MethodFacts callee) {
    return targets.mayMean(ref, type, callee);
  }

  /** Whether a type of the project declares the method that is called, abstract or not. */
  boolean declares(MethodRef ref) {
    return targets.declares(ref);
  }

  /** The methods, abstract or not, that the receiver's type declares or inherits for the call. */
  List<MethodFacts> declaredBy(MethodRef ref) {
    return targets.declaredBy(ref);
  }
}
