package dev.perflint.types;

import dev.perflint.model.Certainty;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reduces symbolic references with a {@link TypeTable}: subtypes, members, elements. The same code
 * serves one file, where project types are missing from the table and stay symbolic, and the merge,
 * where they are in it.
 */
public final class TypeResolver {
  private static final int DEEPEST_CHAIN = 12;

  /** Generated classes have ten thousands, and as many calls of them. */
  private static final int MANY_MEMBERS = 200;

  private final TypeTable table;
  private final boolean closed;
  private final Map<ApiType, Map<String, List<ApiMember>>> byName = new IdentityHashMap<>();
  private final Map<Object, Map<String, Certainty>> subtypes = new HashMap<>();
  private final Map<String, Boolean> open = new HashMap<>();

  private TypeResolver(TypeTable table, boolean closed) {
    this.table = table;
    this.closed = closed;
  }

  /** For one file: a type that is not in the table may be declared by another file. */
  public static TypeResolver open(TypeTable table) {
    return new TypeResolver(table, false);
  }

  /** For the merge: a type that is not in the table is unknown for good. */
  public static TypeResolver closed(TypeTable table) {
    return new TypeResolver(table, true);
  }

  /** The reference with everything resolved that the table knows. */
  public TypeRef settle(TypeRef ref) {
    if (ref instanceof TypeRef.OneOf oneOf) {
      return settle(oneOf);
    }
    if (ref instanceof TypeRef.ReturnOf call) {
      return settleDeclared(returnOf(settle(call.receiver()), call.method(), call.arity()));
    }
    if (ref instanceof TypeRef.FieldOf field) {
      return settleDeclared(fieldOf(settle(field.owner()), field.field()));
    }
    if (ref instanceof TypeRef.ElementOf element) {
      return settleDeclared(elementOf(settle(element.container())));
    }
    return ref;
  }

  /** A declaration may name a type in the way of its own file. */
  private TypeRef settleDeclared(TypeRef declared) {
    return declared instanceof TypeRef.OneOf oneOf ? settle(oneOf) : declared;
  }

  private TypeRef settle(TypeRef.OneOf oneOf) {
    if (!closed) {
      return oneOf;
    }
    for (String name : oneOf.names()) {
      if (table.has(name)) {
        return new TypeRef.Named(name, oneOf.arguments());
      }
    }
    return TypeRef.UNKNOWN;
  }

  /** Whether a value of this declared type is always one of that type. */
  public Truth isA(TypeRef type, String supertype) {
    return isA(type, List.of(supertype));
  }

  /** Whether a value of this declared type is always one of one of those types. */
  public Truth isA(TypeRef type, List<String> supertypes) {
    TypeRef settled = settle(type);
    if (settled instanceof TypeRef.Named named) {
      Certainty found = subtype(named.name(), supertypes);
      if (found == Certainty.UNKNOWN && !closed) {
        return Truth.open(
            new Question.IsA(
                named.arguments().isEmpty() ? named : TypeRef.named(named.name()), supertypes));
      }
      return Truth.of(viaStarImport(type, found));
    }
    if (settled instanceof TypeRef.ArrayOf) {
      return Truth.of(supertypes.contains("java.lang.Object"));
    }
    if (settled instanceof TypeRef.Unknown || settled instanceof TypeRef.Variable) {
      // No table has what a star import may bring: of all that are asked about, it is this one.
      boolean likely =
          type instanceof TypeRef.OneOf oneOf
              && oneOf.names().stream().anyMatch(supertypes::contains);
      return likely ? Truth.of(Certainty.LIKELY) : Truth.UNKNOWN;
    }
    return closed ? Truth.UNKNOWN : Truth.open(new Question.IsA(settled, supertypes));
  }

  /** A name that came through a star import may mean a class of a jar that nobody saw. */
  private static Certainty viaStarImport(TypeRef written, Certainty found) {
    boolean guessed =
        written instanceof TypeRef.OneOf oneOf
            && oneOf.names().size() > 2
            && found == Certainty.SURE;
    return guessed ? Certainty.LIKELY : found;
  }

  /** Rules ask the same of the same few types at every call of a file. */
  private Certainty subtype(String name, List<String> supertypes) {
    if (closed) {
      return isSubtype(name, supertypes);
    }
    // To look up a list takes as long as it is, and nearly all ask for one type.
    Object key = supertypes.size() == 1 ? supertypes.get(0) : supertypes;
    Map<String, Certainty> known = subtypes.computeIfAbsent(key, types -> new HashMap<>());
    Certainty before = known.get(name);
    if (before == null) {
      before = isSubtype(name, supertypes);
      known.put(name, before);
    }
    return before;
  }

  private Certainty isSubtype(String name, List<String> supertypes) {
    if (supertypes.contains(name)) {
      return Certainty.SURE;
    }
    if (name.indexOf('.') < 0 && Primitives.isPrimitive(name)) {
      return Certainty.NO;
    }
    if (supertypes.contains("java.lang.Object")) {
      return Certainty.SURE;
    }
    Certainty result = Certainty.NO;
    Set<String> seen = new HashSet<>();
    Deque<String> queue = new ArrayDeque<>(List.of(name));
    while (!queue.isEmpty()) {
      String current = queue.remove();
      if (supertypes.contains(current)) {
        return Certainty.SURE;
      }
      if (!seen.add(current) || current.startsWith("@")) {
        continue;
      }
      Optional<List<TypeRef>> declared = table.supertypes(current);
      if (declared.isEmpty()) {
        result = Certainty.UNKNOWN;
        continue;
      }
      for (TypeRef up : declared.get()) {
        if (settle(up) instanceof TypeRef.Named named) {
          queue.add(named.name());
        } else {
          result = Certainty.UNKNOWN;
        }
      }
    }
    return result;
  }

  /** Whether another file may declare the type: no table knows it, and it is no primitive. */
  public boolean isOpen(String name) {
    // Asked for each call of a file, of the same few types.
    return !closed && open.computeIfAbsent(name, this::mayBeDeclared);
  }

  private boolean mayBeDeclared(String name) {
    return !Primitives.isPrimitive(name) && !table.has(name);
  }

  /** What calling this method returns; symbolic while the receiver is. */
  public TypeRef returnOf(TypeRef receiver, String method, int arity) {
    if (receiver instanceof TypeRef.ArrayOf array) {
      return method.equals("clone") ? array : TypeRef.UNKNOWN;
    }
    if (receiver instanceof TypeRef.Named named) {
      Lookup lookup =
          lookup(
              named,
              declared -> named(declared, method),
              m -> m.kind() == ApiMember.Kind.METHOD && m.accepts(arity));
      if (!lookup.found().isEmpty()) {
        return commonType(lookup.found());
      }
      if (lookup.complete() || closed) {
        return TypeRef.UNKNOWN;
      }
    }
    return symbolic(receiver, new TypeRef.ReturnOf(receiver, method, arity));
  }

  /** What the methods of that name return, if it is the same for all; unknown otherwise. */
  TypeRef returnOfAny(TypeRef.Named owner, String method) {
    Lookup lookup =
        members(owner, m -> m.kind() == ApiMember.Kind.METHOD && m.name().equals(method));
    return lookup.found().isEmpty() ? TypeRef.UNKNOWN : commonType(lookup.found());
  }

  /** The declared type of a field; symbolic while the owner is. */
  public TypeRef fieldOf(TypeRef owner, String field) {
    if (owner instanceof TypeRef.ArrayOf) {
      return field.equals("length") ? TypeRef.named("int") : TypeRef.UNKNOWN;
    }
    if (owner instanceof TypeRef.Named named) {
      Lookup lookup =
          lookup(named, declared -> named(declared, field), m -> m.kind() == ApiMember.Kind.FIELD);
      if (!lookup.found().isEmpty()) {
        return lookup.found().get(0).type();
      }
      if (lookup.complete() || closed) {
        return TypeRef.UNKNOWN;
      }
    }
    return symbolic(owner, new TypeRef.FieldOf(owner, field));
  }

  /** What iterating yields: of arrays, {@code Iterable}, streams and {@code Optional}. */
  public TypeRef elementOf(TypeRef container) {
    if (container instanceof TypeRef.ArrayOf array) {
      return array.component();
    }
    if (container instanceof TypeRef.Named) {
      for (String carrier :
          List.of("java.lang.Iterable", "java.util.stream.BaseStream", "java.util.Optional")) {
        Optional<List<TypeRef>> arguments = argumentsAs(container, carrier);
        if (arguments.isPresent()) {
          return arguments.get().isEmpty() ? TypeRef.UNKNOWN : arguments.get().get(0);
        }
      }
      if (closed || table.find(((TypeRef.Named) container).name()).isPresent()) {
        return TypeRef.UNKNOWN;
      }
    }
    return symbolic(container, new TypeRef.ElementOf(container));
  }

  private TypeRef symbolic(TypeRef of, TypeRef result) {
    boolean hopeless = closed || of instanceof TypeRef.Unknown || of instanceof TypeRef.Variable;
    return hopeless || depth(of) > DEEPEST_CHAIN ? TypeRef.UNKNOWN : result;
  }

  private static int depth(TypeRef ref) {
    int depth = 0;
    for (TypeRef at = ref; ; depth++) {
      if (at instanceof TypeRef.ReturnOf call) {
        at = call.receiver();
      } else if (at instanceof TypeRef.FieldOf field) {
        at = field.owner();
      } else if (at instanceof TypeRef.ElementOf element) {
        at = element.container();
      } else {
        return depth;
      }
    }
  }

  /** The type arguments of this type seen as that supertype; empty when it is none. */
  public Optional<List<TypeRef>> argumentsAs(TypeRef type, String supertype) {
    Deque<TypeRef.Named> queue = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    if (settle(type) instanceof TypeRef.Named named) {
      queue.add(named);
    }
    while (!queue.isEmpty()) {
      TypeRef.Named current = queue.remove();
      if (current.name().equals(supertype)) {
        return Optional.of(current.arguments());
      }
      if (seen.add(current.name())) {
        table.find(current.name()).ifPresent(declared -> supertypesOf(current, declared, queue));
      }
    }
    return Optional.empty();
  }

  private void supertypesOf(TypeRef.Named type, ApiType declared, Deque<TypeRef.Named> into) {
    Map<String, TypeRef> bindings = bindings(type, declared);
    for (TypeRef up : declared.supertypes()) {
      if (settle(substitute(up, bindings)) instanceof TypeRef.Named named) {
        into.add(named);
      }
    }
  }

  /**
   * Members of a type and its supertypes, the nearest declaration first, in terms of the type's
   * arguments.
   *
   * @param found empty when there is none
   * @param complete whether every supertype was known
   */
  public record Lookup(List<ApiMember> found, boolean complete) {}

  /** The overloads that the first type in the hierarchy declares. */
  public Lookup members(TypeRef.Named type, Predicate<ApiMember> wanted) {
    return lookup(type, ApiType::members, wanted);
  }

  private Lookup lookup(
      TypeRef.Named type,
      Function<ApiType, List<ApiMember>> candidates,
      Predicate<ApiMember> wanted) {
    Deque<TypeRef.Named> queue = new ArrayDeque<>(List.of(type));
    Set<String> seen = new HashSet<>();
    boolean complete = true;
    while (!queue.isEmpty()) {
      TypeRef.Named current = queue.remove();
      if (!seen.add(current.name())) {
        continue;
      }
      Optional<ApiType> declared = table.find(current.name());
      if (declared.isEmpty()) {
        complete = false;
        continue;
      }
      Map<String, TypeRef> bindings = bindings(current, declared.get());
      List<ApiMember> found = new ArrayList<>();
      for (ApiMember member : candidates.apply(declared.get())) {
        if (wanted.test(member)) {
          found.add(substitute(member, bindings));
        }
      }
      if (!found.isEmpty()) {
        return new Lookup(found, complete);
      }
      int before = queue.size();
      supertypesOf(current, declared.get(), queue);
      complete &= queue.size() - before == declared.get().supertypes().size();
    }
    return new Lookup(List.of(), complete);
  }

  /** Whether a type has such a member, as far as this table can tell. */
  public boolean mayHave(TypeRef type, Predicate<ApiMember> wanted) {
    if (!(type instanceof TypeRef.Named named)) {
      return true;
    }
    Lookup lookup = members(named, wanted);
    return !lookup.complete() || !lookup.found().isEmpty();
  }

  /** The members of that name; of a type with many of them, from an index. */
  private List<ApiMember> named(ApiType type, String name) {
    if (type.members().size() < MANY_MEMBERS) {
      List<ApiMember> named = new ArrayList<>(2);
      for (ApiMember member : type.members()) {
        if (member.name().equals(name)) {
          named.add(member);
        }
      }
      return named;
    }
    return byName
        .computeIfAbsent(
            type, large -> large.members().stream().collect(Collectors.groupingBy(ApiMember::name)))
        .getOrDefault(name, List.of());
  }

  /**
   * Of one type with other arguments each time, the type alone; where some return more than others
   * do, what all of them have: {@code Query} of what gives queries and typed ones.
   */
  private TypeRef commonType(List<ApiMember> overloads) {
    TypeRef common = substitute(overloads.get(0).type(), overloads.get(0).bounds());
    for (ApiMember overload : overloads.subList(1, overloads.size())) {
      TypeRef other = substitute(overload.type(), overload.bounds());
      if (common instanceof TypeRef.Named one
          && other instanceof TypeRef.Named another
          && one.name().equals(another.name())) {
        common = one.equals(another) ? one : TypeRef.named(one.name());
      } else if (isCertainly(common, other)) {
        common = other;
      } else if (!other.equals(common) && !isCertainly(other, common)) {
        return TypeRef.UNKNOWN;
      }
    }
    return withoutVariables(common);
  }

  private boolean isCertainly(TypeRef type, TypeRef supertype) {
    return supertype instanceof TypeRef.Named named
        && !named.name().equals("java.lang.Object")
        && isA(type, named.name()).equals(Truth.SURE);
  }

  private static Map<String, TypeRef> bindings(TypeRef.Named type, ApiType declared) {
    if (declared.typeParameters().isEmpty()) {
      return Map.of();
    }
    Map<String, TypeRef> bindings = new HashMap<>();
    for (int i = 0; i < declared.typeParameters().size(); i++) {
      String parameter = declared.typeParameters().get(i);
      TypeRef bound = withoutVariables(declared.bounds().getOrDefault(parameter, TypeRef.UNKNOWN));
      bindings.put(parameter, i < type.arguments().size() ? type.arguments().get(i) : bound);
    }
    return bindings;
  }

  private static ApiMember substitute(ApiMember member, Map<String, TypeRef> bindings) {
    if (bindings.isEmpty()) {
      return member;
    }
    Map<String, TypeRef> visible = bindings;
    if (!member.typeParameters().isEmpty()) {
      visible = new HashMap<>(bindings);
      visible.keySet().removeAll(member.typeParameters());
    }
    List<TypeRef> parameters = new ArrayList<>(member.parameters().size());
    for (TypeRef parameter : member.parameters()) {
      parameters.add(substitute(parameter, visible));
    }
    return new ApiMember(
        member.kind(),
        member.name(),
        member.isStatic(),
        member.isAbstract(),
        member.isVarargs(),
        member.typeParameters(),
        member.bounds(),
        parameters,
        substitute(member.type(), visible),
        member.since());
  }

  /** The reference with type variables replaced. */
  public static TypeRef substitute(TypeRef ref, Map<String, TypeRef> bindings) {
    if (ref instanceof TypeRef.Variable variable) {
      return bindings.getOrDefault(variable.name(), ref);
    }
    if (ref instanceof TypeRef.ArrayOf array) {
      return new TypeRef.ArrayOf(substitute(array.component(), bindings));
    }
    if (ref instanceof TypeRef.Named named && !named.arguments().isEmpty()) {
      List<TypeRef> arguments = new ArrayList<>(named.arguments().size());
      for (TypeRef argument : named.arguments()) {
        arguments.add(substitute(argument, bindings));
      }
      return new TypeRef.Named(named.name(), arguments);
    }
    return ref;
  }

  /** Variables that nothing has bound become unknown. */
  public static TypeRef withoutVariables(TypeRef ref) {
    if (ref instanceof TypeRef.Variable) {
      return TypeRef.UNKNOWN;
    }
    if (ref instanceof TypeRef.ArrayOf array) {
      return new TypeRef.ArrayOf(withoutVariables(array.component()));
    }
    if (ref instanceof TypeRef.Named named && !named.arguments().isEmpty()) {
      return new TypeRef.Named(
          named.name(), named.arguments().stream().map(TypeResolver::withoutVariables).toList());
    }
    return ref;
  }

  /** The one abstract method of a functional interface, in terms of the type's arguments. */
  public Optional<ApiMember> functionalMethod(TypeRef type) {
    if (!(settle(type) instanceof TypeRef.Named named)) {
      return Optional.empty();
    }
    Lookup lookup =
        members(named, m -> m.kind() == ApiMember.Kind.METHOD && m.isAbstract() && !isOfObject(m));
    return lookup.found().size() == 1 ? Optional.of(lookup.found().get(0)) : Optional.empty();
  }

  private static boolean isOfObject(ApiMember member) {
    return switch (member.name()) {
      case "equals", "hashCode", "toString" -> true;
      default -> false;
    };
  }
}
