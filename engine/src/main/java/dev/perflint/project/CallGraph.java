package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.facts.Calls;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Surroundings;
import dev.perflint.model.Certainty;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which project methods call which, by declared receiver types. An overload that cannot be told
 * apart or a receiver of unknown type is not linked.
 */
final class CallGraph {
  /** A method that so many types override says nothing about which one runs. */
  private static final int MOST_TARGETS = 6;

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

  /**
   * The methods that a call may mean; empty when it means none of the project or cannot be told.
   */
  record Targets(List<MethodFacts> methods, boolean settled) {
    static final Targets UNKNOWN = new Targets(List.of(), false);
    static final Targets OUTSIDE = new Targets(List.of(), true);
  }

  private final ProjectTypes types;
  private final TypeResolver resolver;
  private final Map<String, List<String>> subtypes = new HashMap<>();
  private final Map<String, Map<String, List<MethodFacts>>> byName = new HashMap<>();
  private final Map<MethodRef, Targets> targets = new HashMap<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<MethodFacts> methods;
  private final Overloads overloads;
  private final Listeners listeners;
  private final ArgumentEffects arguments;
  private final Set<MethodRef> overloaded = new HashSet<>();
  private final Map<String, List<Edge>> from = new HashMap<>();
  private final Map<String, List<Edge>> to = new HashMap<>();
  private final Map<String, List<Edge>> handed = new HashMap<>();
  private final Set<String> handedOver = new HashSet<>();

  CallGraph(ProjectTypes types, TypeResolver resolver) {
    this.types = types;
    this.resolver = resolver;
    for (TypeFacts type : types.production()) {
      for (TypeRef supertype : type.supertypes()) {
        if (resolver.settle(supertype) instanceof TypeRef.Named named) {
          subtypes.computeIfAbsent(named.name(), n -> new ArrayList<>()).add(type.name());
        }
      }
    }
    methods = sorted(types.production());
    overloads = new Overloads(resolver);
    listeners = new Listeners(methods, resolver);
    arguments = new ArgumentEffects(this);
    for (MethodFacts caller : methods) {
      for (CallFacts call : caller.calls()) {
        link(caller, settled(call));
      }
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

  private CallFacts settled(CallFacts call) {
    Surroundings around = settled(call.around());
    return around == call.around() ? call : call.within(around);
  }

  /** Without loops that are none, now that all files are known. */
  Surroundings settled(Surroundings around) {
    return around.settled(truth -> truth.answered(this::answer));
  }

  private Certainty answer(Question question) {
    if (question instanceof Question.DoesTo asked) {
      return arguments.answer(asked);
    }
    return question instanceof Question.IsA asked
            && resolver.isA(asked.type(), asked.supertypes()) instanceof Truth.Decided decided
        ? decided.certainty()
        : Certainty.UNKNOWN;
  }

  private void link(MethodFacts caller, CallFacts call) {
    if (call.callee().name().equals(MemberNames.ALL_METHODS)) {
      handOver(caller, call);
      return;
    }
    boolean event = isEvent(call.callee());
    List<MethodFacts> callees = targets(call.callee()).methods();
    for (MethodFacts callee : callees) {
      // Of several listeners each one runs.
      add(new Edge(caller, call, callee, callees.size() > 1 && !event));
    }
    for (MethodFacts callee :
        event ? listeners.deferred(call.callee().owner()) : List.<MethodFacts>of()) {
      add(new Edge(caller, Listeners.later(call), callee, false));
    }
  }

  private void add(Edge edge) {
    from.computeIfAbsent(edge.caller().id(), id -> new ArrayList<>()).add(edge);
    to.computeIfAbsent(edge.callee().id(), id -> new ArrayList<>()).add(edge);
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
        method.parameters());
  }

  private void handOver(MethodFacts maker, CallFacts creation) {
    if (creation.callee().owner() instanceof TypeRef.Named anonymous) {
      for (MethodFacts method :
          types.declared(anonymous.name()).map(TypeFacts::methods).orElse(List.of())) {
        if (!method.isPrivate() && !method.isStatic()) {
          handed
              .computeIfAbsent(maker.id(), id -> new ArrayList<>())
              .add(new Edge(maker, creation, method, false));
          handedOver.add(method.id());
        }
      }
    }
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

  /** The calls of a method by project methods. */
  List<Edge> callsTo(String method) {
    return to.getOrDefault(method, List.of());
  }

  Targets targets(MethodRef ref) {
    MethodRef bare = ref.bare();
    Targets known = known(bare);
    return ref != bare && overloaded.contains(bare) ? known(ref) : known;
  }

  private Targets known(MethodRef ref) {
    Targets known = targets.get(ref);
    if (known == null) {
      known = compute(ref);
      targets.put(ref, known);
    }
    return known;
  }

  /** Whether a type of the project declares the method that is called, abstract or not. */
  boolean declares(MethodRef ref) {
    return !declaredBy(ref).isEmpty();
  }

  /** The methods, abstract or not, that the receiver's type declares or inherits for the call. */
  List<MethodFacts> declaredBy(MethodRef ref) {
    return resolver.settle(ref.owner()) instanceof TypeRef.Named owner
        ? declared(owner.name(), ref)
        : List.of();
  }

  private Targets compute(MethodRef ref) {
    if (isEvent(ref)) {
      return new Targets(listeners.atOnce(ref.owner()), true);
    }
    if (!(resolver.settle(ref.owner()) instanceof TypeRef.Named owner)) {
      return Targets.UNKNOWN;
    }
    if (types.declared(owner.name()).isEmpty()) {
      return types.find(owner.name()).isPresent() ? Targets.OUTSIDE : Targets.UNKNOWN;
    }
    List<MethodFacts> found = new ArrayList<>(1);
    List<MethodFacts> declared = declared(owner.name(), ref);
    if (declared.size() > 1) {
      return Targets.UNKNOWN;
    }
    declared.stream().filter(MethodFacts::isImplemented).forEach(found::add);
    boolean dispatched =
        !ref.name().equals(MemberNames.CONSTRUCTOR)
            && declared.stream().noneMatch(method -> method.isStatic() || method.isPrivate());
    if (dispatched) {
      overriding(owner.name(), ref, found);
    }
    return found.size() > MOST_TARGETS ? Targets.UNKNOWN : new Targets(List.copyOf(found), true);
  }

  /** The methods of that name and arity in the nearest type of the hierarchy that has any. */
  private List<MethodFacts> declared(String type, MethodRef ref) {
    Optional<TypeFacts> facts = types.declared(type);
    if (facts.isEmpty()) {
      return List.of();
    }
    List<MethodFacts> own = own(facts.get(), ref);
    return !own.isEmpty() || ref.name().equals(MemberNames.CONSTRUCTOR)
        ? own
        : inherited(facts.get(), ref);
  }

  private List<MethodFacts> own(TypeFacts type, MethodRef ref) {
    List<MethodFacts> fitting = matching(type, ref);
    if (fitting.size() > 1) {
      overloaded.add(ref.bare());
    }
    return overloads.narrow(fitting, ref);
  }

  private List<MethodFacts> inherited(TypeFacts type, MethodRef ref) {
    Deque<TypeFacts> queue = new ArrayDeque<>();
    Set<String> seen = new HashSet<>(Set.of(type.name()));
    queue.add(type);
    while (!queue.isEmpty()) {
      for (TypeRef supertype : queue.remove().supertypes()) {
        if (resolver.settle(supertype) instanceof TypeRef.Named named && seen.add(named.name())) {
          types.declared(named.name()).ifPresent(queue::add);
        }
      }
      if (!queue.isEmpty()) {
        List<MethodFacts> own = own(queue.element(), ref);
        if (!own.isEmpty()) {
          return own;
        }
      }
    }
    return List.of();
  }

  private void overriding(String type, MethodRef ref, List<MethodFacts> into) {
    Deque<String> queue = new ArrayDeque<>(subtypes.getOrDefault(type, List.of()));
    Set<String> seen = new LinkedHashSet<>();
    while (!queue.isEmpty() && into.size() <= MOST_TARGETS) {
      String current = queue.remove();
      if (seen.add(current)) {
        // Its own method, or one that it inherits from a class that does not know the interface.
        List<MethodFacts> own = declared(current, ref);
        if (own.size() == 1 && own.get(0).isImplemented() && !isAmong(into, own.get(0))) {
          into.add(own.get(0));
        }
        queue.addAll(subtypes.getOrDefault(current, List.of()));
      }
    }
  }

  /** By identity: to hash a method with all its calls takes longer than to look at a few. */
  private static boolean isAmong(List<MethodFacts> methods, MethodFacts one) {
    for (MethodFacts method : methods) {
      if (method == one) {
        return true;
      }
    }
    return false;
  }

  private List<MethodFacts> matching(TypeFacts type, MethodRef ref) {
    List<MethodFacts> found = new ArrayList<>(1);
    Map<String, List<MethodFacts>> named = byName.computeIfAbsent(type.name(), n -> byName(type));
    for (MethodFacts method : named.getOrDefault(ref.name(), List.of())) {
      if (ref.arity() == Calls.ANY_ARITY || method.accepts(ref.arity())) {
        found.add(method);
      }
    }
    if (found.size() > 1) {
      // A method without varargs is preferred where both fit.
      List<MethodFacts> exact = found.stream().filter(method -> !method.isVarargs()).toList();
      return exact.size() == 1 ? exact : found;
    }
    return found;
  }

  private static Map<String, List<MethodFacts>> byName(TypeFacts type) {
    Map<String, List<MethodFacts>> named = new HashMap<>();
    for (MethodFacts method : type.methods()) {
      named.computeIfAbsent(method.name(), n -> new ArrayList<>(1)).add(method);
    }
    return named;
  }
}
