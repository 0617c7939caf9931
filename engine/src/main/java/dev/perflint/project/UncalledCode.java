package dev.perflint.project;

import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.TypeTraits;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.types.ApiType;
import dev.perflint.types.TypeResolver;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of an application nobody runs, as far as can be seen: methods that nobody calls, classes of
 * a package that nobody makes, constructors beside those that are used. A library's code is called
 * by others, and so may be what stands in a module that answers nobody.
 */
final class UncalledCode {
  /**
   * Names by which frameworks find methods without a word in the code: accessors, what answers to
   * an event or a request, and what serialization looks for.
   */
  private static final Pattern BY_CONVENTION =
      Pattern.compile(
          "(?:do|on|handle)\\p{Lu}.*|readObject.*|readResolve|writeObject|writeReplace"
              + "|(?:pre|agent)main|clone|compareTo|equals|finalize|hashCode|toString");

  private final CallGraph graph;
  private final ProjectTypes types;
  private final TypeResolver resolver;
  private final HeatMap heat;
  private final CalledNames names;
  private final Predicate<String> answering;
  private final LooseCalls loose;
  private final UnmadeTypes unmade;

  /**
   * @param answering whether the module of a type answers requests or messages, itself or as a part
   *     of what does
   */
  UncalledCode(
      CallGraph graph,
      ProjectTypes types,
      TypeResolver resolver,
      HeatMap heat,
      CalledNames names,
      UnmadeTypes unmade,
      Predicate<String> answering) {
    this.graph = graph;
    this.types = types;
    this.resolver = resolver;
    this.heat = heat;
    this.names = names;
    this.unmade = unmade;
    this.answering = answering;
    this.loose = new LooseCalls(graph, types, resolver);
  }

  /** Whether all ways to a method begin at such code. */
  boolean has(String method) {
    return beginsOnly(method, this::isOfUnmadeType, this::isUncalled, new HashSet<>());
  }

  /** Of a method that {@link #has}: who does not run it, for people. */
  String why(String id) {
    Set<String> seen = new HashSet<>();
    String root = id;
    while (seen.add(root) && graph.method(root).filter(this::isOfUnmadeType).isEmpty()) {
      List<CallGraph.Edge> callers = graph.callsTo(root);
      root = callers.isEmpty() ? root : callers.get(0).caller().id();
    }
    String name = MemberNames.shortName(root);
    boolean made = graph.method(root).filter(this::isOfUnmadeType).isEmpty();
    String type = name.startsWith("new ") ? name.substring(4) : name.replaceFirst("\\..*", "");
    return made ? "nobody calls " + name : "nobody makes a " + type;
  }

  /**
   * Whether all ways to a method begin in objects that only a {@code main} beside it makes: those
   * of a command, even where a library calls them back.
   */
  boolean isOfCommand(String method) {
    return beginsOnly(method, this::isMadeByOwnMain, root -> false, new HashSet<>());
  }

  /**
   * @param end whose own callers do not matter
   * @param root of those that nobody calls, where such a way may begin
   */
  private boolean beginsOnly(
      String id, Predicate<MethodFacts> end, Predicate<MethodFacts> root, Set<String> seen) {
    Optional<MethodFacts> method = graph.method(id);
    if (method.isEmpty() || graph.isHandedOver(id) || isEntered(id)) {
      return false;
    }
    if (end.test(method.get())) {
      return true;
    }
    List<CallGraph.Edge> callers = graph.callsTo(id);
    if (callers.isEmpty()) {
      seen.add(id);
      return root.test(method.get())
          && loose.callers(method.get()).stream()
              .filter(caller -> mayReach(caller, method.get()))
              .map(MethodFacts::id)
              .filter(seen::add)
              .allMatch(caller -> beginsOnly(caller, end, root, seen));
    }
    return callers.stream()
        .map(edge -> edge.caller().id())
        .filter(seen::add)
        .allMatch(caller -> beginsOnly(caller, end, root, seen));
  }

  /** Whether an event, a page, a script, wiring or reflection may run a method, by its name. */
  boolean mayBeRunByName(String id) {
    return graph.method(id).filter(method -> isByConvention(method) || isNamed(method)).isPresent();
  }

  private static boolean isByConvention(MethodFacts method) {
    return BY_CONVENTION.matcher(method.name()).matches();
  }

  private boolean isUncalled(MethodFacts method) {
    return method.name().startsWith("<")
        ? isSpareConstructor(method)
        : (method.isStatic() && !method.isMarked() || isNobodysToCall(method)) && !isNamed(method);
  }

  /**
   * By an expression in a page, or for reflection. Who has no object, and who goes behind its back,
   * has to name the class.
   */
  private boolean isNamed(MethodFacts method) {
    return names.hasInCode(method.name())
        || names.hasInText(method.name())
            && (names.wires(method.owner()) || !method.isStatic() && !method.isPrivate());
  }

  /** Calls of a private method stand beside it. */
  private boolean mayReach(MethodFacts caller, MethodFacts method) {
    return !method.isPrivate() || types.pathOf(caller.owner()).equals(types.pathOf(method.owner()));
  }

  /** Of an object: no library, no supertype and no other project knows it. */
  private boolean isNobodysToCall(MethodFacts method) {
    Optional<TypeFacts> owner =
        types.declared(method.owner()).filter(type -> type.kind() == ApiType.Kind.CLASS);
    return owner.isPresent()
        && !method.isAbstract()
        && !method.isMarked()
        && !method.name().contains(MemberNames.HANDLER_MARK)
        && !isByConvention(method)
        && (method.isPrivate()
            || !isAccessor(method)
                && !owner.get().traits().contains(TypeTraits.EXPOSED)
                && !unmade.isExtended(method.owner())
                && answering.test(method.owner())
                && !unmade.isNamedElsewhere(method.owner())
                && !mayBeCalledFromAbove(method)
                && !names.wires(method.owner()));
  }

  private static boolean isAccessor(MethodFacts method) {
    int parameters = method.parameters().size();
    return parameters == 0 && (method.name().startsWith("get") || method.name().startsWith("is"))
        || parameters == 1 && method.name().startsWith("set");
  }

  /**
   * Whether a supertype may have it called: one of a library, of which no members are known, or one
   * of the project that answers others. What the project itself calls of a supertype of its own is
   * linked to what overrides it.
   */
  private boolean mayBeCalledFromAbove(MethodFacts method) {
    return unmade.mayBeKnownOutside(method.owner())
        || types.lineage(method.owner(), resolver).stream()
            .skip(1)
            .filter(type -> type.methods().stream().anyMatch(above -> isAbove(above, method)))
            .anyMatch(type -> isForOthers(type) || unmade.isNamedElsewhere(type.name()));
  }

  private static boolean isAbove(MethodFacts above, MethodFacts method) {
    return above.name().equals(method.name())
        && above.parameters().size() == method.parameters().size();
  }

  private static boolean isForOthers(TypeFacts type) {
    return type.traits().contains(TypeTraits.ANNOTATED)
        || type.methods().stream().anyMatch(MethodFacts::isMarked);
  }

  private boolean isMadeByOwnMain(MethodFacts method) {
    Optional<TypeFacts> owner = types.declared(method.owner());
    List<String> makers =
        owner.stream()
            .flatMap(UncalledCode::constructors)
            .flatMap(constructor -> graph.callsTo(constructor.id()).stream())
            .map(edge -> edge.caller().id())
            .toList();
    return !makers.isEmpty()
        && !unmade.isExtended(method.owner())
        && makers.stream().allMatch(maker -> isOwnMain(maker, method.owner()))
        && owner.get().methods().stream()
            .allMatch(one -> isOwnMain(one.id(), method.owner()) || !isEntered(one.id()));
  }

  private boolean isOwnMain(String method, String type) {
    return method.startsWith(type + "#main(")
        && heat.entries(method).stream().anyMatch(way -> way.kind() == EntryKind.COMMAND_LINE);
  }

  /** Of an object that nobody makes. */
  private boolean isOfUnmadeType(MethodFacts method) {
    return isOfHiddenType(method)
        || !method.isStatic()
            && !method.name().equals(MemberNames.STATIC_INITIALIZER)
            && answering.test(method.owner())
            && unmade.has(method.owner());
  }

  /** Of a class that no container and no other package can make without being told so. */
  private boolean isOfHiddenType(MethodFacts method) {
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
