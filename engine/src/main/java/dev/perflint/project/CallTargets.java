package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.facts.Calls;
import dev.perflint.facts.MemberNames;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.types.ApiType;
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

  /** Where all of them run: jobs, and what a loop over all calls one by one. */
  private static final int MOST_OF_ALL = 40;

  private static final Set<EntryKind> JOBS =
      Set.of(EntryKind.SCHEDULED, EntryKind.BATCH, EntryKind.COMMAND_LINE);

  private static final TypeRef OBJECT = TypeRef.named("java.lang.Object");

  /**
   * The methods that a call may mean; empty when it means none of the project or cannot be told.
   *
   * @param many whether it cannot be told since too many types override the method
   */
  record Targets(List<MethodFacts> methods, boolean settled, boolean many) {
    static final Targets UNKNOWN = new Targets(List.of(), false, false);
    static final Targets TOO_MANY = new Targets(List.of(), false, true);
    static final Targets OUTSIDE = of(List.of());

    private static Targets of(List<MethodFacts> methods) {
      return new Targets(methods, true, false);
    }
  }

  private final ProjectTypes types;
  private final TypeResolver resolver;
  private final Map<String, List<String>> subtypes;
  private final Listeners listeners;
  private final Overloads overloads;
  private final Map<String, Map<String, List<MethodFacts>>> byName = new HashMap<>();
  private final Map<String, List<TypeFacts>> above = new HashMap<>();
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

  /**
   * Whether a call that a method makes of its own object may mean this one, where the object is of
   * that type: not what a sibling of the type has instead.
   */
  boolean mayMean(MethodRef ref, String type, MethodFacts callee) {
    Targets targets = of(ref.of(TypeRef.named(type)));
    return !targets.settled() || isAmong(targets.methods(), callee);
  }

  /** Settles types as the targets are found by. */
  TypeResolver resolver() {
    return resolver;
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
      return Targets.of(listeners.atOnce(ref.owner()));
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
            && !ref.isInherited()
            && declared.stream().noneMatch(method -> method.isStatic() || method.isPrivate());
    if (dispatched) {
      overriding(owner, ref, found);
    }
    if (areTooMany(found, ref)) {
      return Targets.TOO_MANY;
    }
    boolean strangers = declared.isEmpty() && !found.isEmpty() && !mayInherit(owner, ref);
    return strangers ? Targets.UNKNOWN : Targets.of(List.copyOf(found));
  }

  /** Few methods have so many, hence what they are is asked last. */
  private boolean areTooMany(List<MethodFacts> found, MethodRef ref) {
    return found.size() > MOST_TARGETS
        && (found.size() > MOST_OF_ALL
            || ref.receiver() != MethodRef.Receiver.EACH && !isOfJobs(ref));
  }

  private boolean isOfJobs(MethodRef ref) {
    return ref.receiver() == MethodRef.Receiver.SELF
        && resolver.settle(ref.owner()) instanceof TypeRef.Named owner
        && types.declared(owner.name()).stream()
            .flatMap(type -> type.methods().stream())
            .flatMap(method -> method.entries().stream())
            .anyMatch(entry -> JOBS.contains(entry.kind()));
  }

  /**
   * Whether a library may declare what the project's own types of the receiver do not. Where none
   * does, the receiver is of another type than seems, such as the bound of a type variable, and
   * what some subtype has under that name is a stranger.
   */
  private boolean mayInherit(TypeRef.Named owner, MethodRef ref) {
    return resolver.mayHave(owner, member -> member.name().equals(ref.name()))
        || resolver.mayHave(OBJECT, member -> member.name().equals(ref.name()));
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

  /** What a class inherits from a class comes before what an interface has. */
  private List<MethodFacts> inherited(TypeFacts type, MethodRef ref) {
    List<MethodFacts> ofInterface = List.of();
    for (TypeFacts above : above(type)) {
      boolean isFallback = above.kind() == ApiType.Kind.INTERFACE;
      List<MethodFacts> own = isFallback && !ofInterface.isEmpty() ? List.of() : own(above, ref);
      if (!own.isEmpty() && !isFallback) {
        return own;
      }
      ofInterface = own.isEmpty() ? ofInterface : own;
    }
    return ofInterface;
  }

  /** What a type extends and implements, the nearest first; asked for each call of a subtype. */
  private List<TypeFacts> above(TypeFacts type) {
    List<TypeFacts> known = above.get(type.name());
    if (known == null) {
      List<TypeFacts> lineage = types.lineage(type.name(), resolver);
      known = lineage.subList(1, lineage.size());
      above.put(type.name(), known);
    }
    return known;
  }

  private void overriding(TypeRef.Named type, MethodRef ref, List<MethodFacts> into) {
    Deque<String> queue = new ArrayDeque<>(subtypes.getOrDefault(type.name(), List.of()));
    Set<String> seen = new LinkedHashSet<>();
    Overridden inherited = new Overridden(into.isEmpty() ? null : into.get(0));
    Optional<MethodFacts> base = declared(type.name(), ref).stream().findFirst();
    while (!queue.isEmpty() && !areTooMany(into, ref)) {
      String current = queue.remove();
      if (seen.add(current) && mayBe(current, type)) {
        // Its own method, or one that it inherits from a class that does not know the interface.
        List<MethodFacts> own = overriding(current, ref, base);
        if (own.size() == 1 && own.get(0).isImplemented() && !isAmong(into, own.get(0))) {
          into.add(own.get(0));
        }
        inherited.see(types.declared(current), own);
        queue.addAll(subtypes.getOrDefault(current, List.of()));
      }
    }
    if (inherited.byAll(types.declared(type.name()))) {
      into.remove(0);
    }
  }

  /** What a type has for a call of its base's method: not what only shares name and arity. */
  private List<MethodFacts> overriding(String type, MethodRef ref, Optional<MethodFacts> base) {
    List<MethodFacts> own = declared(type, ref);
    return own.size() == 1 && base.isPresent() && isStranger(own.get(0), base.get(), type)
        ? inherited(types.declared(type).orElseThrow(), ref)
        : own;
  }

  /**
   * Whether a parameter of the subtype's method cannot be that of the base's: {@code get(List)}
   * overrides no {@code get(K)} where K is serializable, or is given as a string.
   */
  private boolean isStranger(MethodFacts own, MethodFacts base, String type) {
    if (own == base || own.parameters().size() != base.parameters().size()) {
      return false;
    }
    for (int i = 0; i < own.parameters().size(); i++) {
      TypeRef declared = resolver.settle(own.parameters().get(i));
      TypeRef wanted = resolver.settle(base.parameters().get(i));
      if (areForeign(declared, wanted)
          || wanted instanceof TypeRef.Unknown && isNoneGiven(declared, type, base.owner())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the subtype gives the base's type variables, and other types than this one. */
  private boolean isNoneGiven(TypeRef declared, String type, String base) {
    List<TypeRef> given = resolver.argumentsAs(TypeRef.named(type), base).orElse(List.of());
    return !given.isEmpty()
        && declared instanceof TypeRef.Named own
        && given.stream()
            .map(resolver::settle)
            .allMatch(one -> one instanceof TypeRef.Named it && !it.name().equals(own.name()));
  }

  /**
   * Those of the methods that a default method may mean by a call of its own interface: not what
   * only implementors have that override the caller.
   */
  List<MethodFacts> from(MethodFacts caller, MethodRef ref, List<MethodFacts> callees) {
    if (callees.isEmpty()
        || caller.isStatic()
        || !isInterface(types.declared(caller.owner()))
        || !(resolver.settle(ref.owner()) instanceof TypeRef.Named owner)
        || !owner.name().equals(caller.owner())) {
      return callees;
    }
    MethodRef own = CallGraph.reference(caller);
    List<MethodFacts> reached = new ArrayList<>();
    Deque<String> queue = new ArrayDeque<>(subtypes.getOrDefault(owner.name(), List.of()));
    Set<String> seen = new HashSet<>();
    int implementors = 0;
    while (!queue.isEmpty()) {
      String current = queue.remove();
      if (seen.add(current)) {
        if (!isInterface(types.declared(current))) {
          implementors++;
          List<MethodFacts> inherited = declared(current, own);
          if (inherited.size() == 1 && inherited.get(0) == caller) {
            reached.addAll(declared(current, ref));
          }
        }
        queue.addAll(subtypes.getOrDefault(current, List.of()));
      }
    }
    // Beside a single class there may be lambdas, which nobody sees here.
    return implementors < 2
        ? callees
        : callees.stream().filter(callee -> isAmong(reached, callee)).toList();
  }

  private static boolean isInterface(Optional<TypeFacts> type) {
    return type.isPresent() && type.get().kind() == ApiType.Kind.INTERFACE;
  }

  /**
   * Whether a value of that subtype may be a receiver of this type: a supplier of answers is none
   * of texts. Where either leaves its arguments open, it may.
   */
  private boolean mayBe(String subtype, TypeRef.Named receiver) {
    if (receiver.arguments().isEmpty()) {
      return true;
    }
    List<TypeRef> given =
        resolver.argumentsAs(TypeRef.named(subtype), receiver.name()).orElse(List.of());
    for (int i = 0; i < Math.min(given.size(), receiver.arguments().size()); i++) {
      if (areForeign(resolver.settle(given.get(i)), resolver.settle(receiver.arguments().get(i)))) {
        return false;
      }
    }
    return true;
  }

  /** Whether neither is the other; a wildcard is reduced to its bound, of which the other is. */
  private boolean areForeign(TypeRef one, TypeRef another) {
    return one instanceof TypeRef.Named a
        && another instanceof TypeRef.Named b
        && !a.name().equals(b.name())
        && resolver.isA(a, b.name()).isNo()
        && resolver.isA(b, a.name()).isNo();
  }

  /** Whether the types that implement an interface all have another method than its default. */
  private static final class Overridden {
    private final MethodFacts inherited;
    private int implementors;
    private boolean byEach = true;

    Overridden(MethodFacts inherited) {
      this.inherited = inherited;
    }

    void see(Optional<TypeFacts> subtype, List<MethodFacts> own) {
      if (!isInterface(subtype)) {
        implementors++;
        byEach &= own.size() == 1 && own.get(0) != inherited;
      }
    }

    /** One class may stand beside lambdas, which nobody sees here. */
    boolean byAll(Optional<TypeFacts> type) {
      return inherited != null
          && byEach
          && implementors > 0
          && isInterface(type)
          && (implementors > 1 || abstractMethods(type.get()) != 1);
    }

    private static long abstractMethods(TypeFacts type) {
      return type.methods().stream().filter(MethodFacts::isAbstract).count();
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
