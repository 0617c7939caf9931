package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.facts.Calls;
import dev.perflint.facts.MemberNames;
import dev.perflint.types.MethodRef;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which methods a call may mean, by the declared type of its receiver. What was found once is kept,
 * so that one thread at a time may ask; {@link #another} is for a second one.
 */
final class CallTargets {
  /** A method that so many types override says nothing about which one runs. */
  private static final int MOST_TARGETS = 6;

  /**
   * The methods that a call may mean; empty when it means none of the project or cannot be told.
   */
  record Targets(List<MethodFacts> methods, boolean settled) {
    static final Targets UNKNOWN = new Targets(List.of(), false);
    static final Targets OUTSIDE = new Targets(List.of(), true);
  }

  private final ProjectTypes types;
  private final TypeResolver resolver;
  private final Map<String, List<String>> subtypes;
  private final Listeners listeners;
  private final Overloads overloads;
  private final Map<String, Map<String, List<MethodFacts>>> byName = new HashMap<>();
  private final Map<MethodRef, Targets> targets = new HashMap<>();
  private final Set<MethodRef> overloaded = new HashSet<>();

  CallTargets(ProjectTypes types, TypeResolver resolver, List<MethodFacts> methods) {
    this(types, resolver, subtypes(types, resolver), new Listeners(methods, resolver));
  }

  private CallTargets(
      ProjectTypes types,
      TypeResolver resolver,
      Map<String, List<String>> subtypes,
      Listeners listeners) {
    this.types = types;
    this.resolver = resolver;
    this.subtypes = subtypes;
    this.listeners = listeners;
    this.overloads = new Overloads(resolver);
  }

  private static Map<String, List<String>> subtypes(ProjectTypes types, TypeResolver resolver) {
    Map<String, List<String>> subtypes = new HashMap<>();
    for (TypeFacts type : types.production()) {
      for (TypeRef supertype : type.supertypes()) {
        if (resolver.settle(supertype) instanceof TypeRef.Named named) {
          subtypes.computeIfAbsent(named.name(), n -> new ArrayList<>()).add(type.name());
        }
      }
    }
    return subtypes;
  }

  /** One with nothing found yet that gives the same answers. */
  CallTargets another() {
    TypeResolver own = TypeResolver.closed(types);
    return new CallTargets(types, own, subtypes, listeners.with(own));
  }

  /** Takes over what another one has found, once nobody asks that any more. */
  void learn(CallTargets other) {
    targets.putAll(other.targets);
    overloaded.addAll(other.overloaded);
  }

  /** The methods that hear of a published event when what surrounds the call is over. */
  List<MethodFacts> deferred(MethodRef event) {
    return listeners.deferred(event.owner());
  }

  Targets of(MethodRef ref) {
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
    if (CallGraph.isEvent(ref)) {
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
