package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.Calls;
import dev.perflint.facts.MemberNames;
import dev.perflint.model.Certainty;
import dev.perflint.model.Location;
import dev.perflint.types.MethodRef;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The calls that the call graph does not link, and why. */
final class LooseCalls {
  private final CallGraph graph;
  private final ProjectTypes types;
  private final TypeResolver resolver;
  private @Nullable Map<String, List<Call>> calls;

  private record Call(MethodFacts by, CallFacts call) {}

  LooseCalls(CallGraph graph, ProjectTypes types, TypeResolver resolver) {
    this.graph = graph;
    this.types = types;
    this.resolver = resolver;
  }

  /**
   * Those of one method, in the order of the source.
   *
   * @param known tells calls of which is known what they do: they need no link
   */
  List<Unlinked> of(MethodFacts method, Predicate<CallFacts> known) {
    List<Unlinked> loose = new ArrayList<>();
    for (CallFacts call : method.calls()) {
      if (!call.callee().name().equals(MemberNames.ALL_METHODS)
          && !CallGraph.isEvent(call.callee())
          && !known.test(call)) {
        unlinked(method, call).ifPresent(loose::add);
      }
    }
    loose.sort((a, b) -> a.at().compareTo(b.at()));
    return loose;
  }

  /** Calls that may mean a method, for all that their name and their number of arguments say. */
  List<Unlinked> meaning(MethodFacts method) {
    List<Unlinked> loose = new ArrayList<>();
    for (Call found : named(method)) {
      mayMean(found, method).ifPresent(loose::add);
    }
    loose.sort((a, b) -> a.at().compareTo(b.at()));
    return loose;
  }

  /** The methods that such calls stand in. */
  List<MethodFacts> callers(MethodFacts method) {
    return named(method).stream()
        .filter(found -> mayMean(found, method).isPresent())
        .map(Call::by)
        .toList();
  }

  private List<Call> named(MethodFacts method) {
    return method.isAbstract() ? List.of() : calls().getOrDefault(method.name(), List.of());
  }

  private Optional<Unlinked> mayMean(Call found, MethodFacts method) {
    return fits(found.call().callee(), method)
        ? unlinked(found.by(), found.call())
            .filter(unlinked -> mayMean(unlinked, found.call(), method))
        : Optional.empty();
  }

  /** All calls, by the name of what is called. */
  private Map<String, List<Call>> calls() {
    if (calls == null) {
      Map<String, List<Call>> found = new HashMap<>();
      for (MethodFacts caller : graph.methods()) {
        for (CallFacts call : caller.calls()) {
          found
              .computeIfAbsent(call.callee().name(), name -> new ArrayList<>(1))
              .add(new Call(caller, call));
        }
      }
      calls = found;
    }
    return calls;
  }

  private static boolean fits(MethodRef callee, MethodFacts method) {
    return callee.arity() == Calls.ANY_ARITY || method.accepts(callee.arity());
  }

  private boolean mayMean(Unlinked found, CallFacts call, MethodFacts method) {
    return switch (found.why()) {
      // A constructor says whose it is.
      case UNKNOWN_RECEIVER -> !method.name().equals(MemberNames.CONSTRUCTOR);
      case SEVERAL_FIT ->
          graph.declaredBy(call.callee()).stream()
              .anyMatch(one -> one.equals(method) || !one.isStatic() && isA(method, one.owner()));
      case MANY_OVERRIDE -> isA(method, found.type());
      case NOT_SCANNED, NOT_DECLARED, NOT_IMPLEMENTED -> false;
    };
  }

  private boolean isA(MethodFacts method, String type) {
    return resolver
        .isA(TypeRef.named(method.owner()), type)
        .answered(open -> Certainty.UNKNOWN)
        .isReported();
  }

  private Optional<Unlinked> unlinked(MethodFacts caller, CallFacts call) {
    MethodRef callee = call.callee();
    CallTargets.Targets targets = graph.targets(callee);
    if (!targets.methods().isEmpty()) {
      return Optional.empty();
    }
    if (!(resolver.settle(callee.owner()) instanceof TypeRef.Named owner)) {
      return Optional.of(loose(caller, call, "", Unlinked.Why.UNKNOWN_RECEIVER, 0));
    }
    String type = owner.name();
    if (types.declared(type).isEmpty()) {
      return targets.settled()
          ? Optional.empty()
          : Optional.of(loose(caller, call, type, Unlinked.Why.NOT_SCANNED, 0));
    }
    List<MethodFacts> declared = graph.declaredBy(callee);
    if (declared.size() > 1) {
      return Optional.of(loose(caller, call, type, Unlinked.Why.SEVERAL_FIT, declared.size()));
    }
    if (targets.many()) {
      return Optional.of(loose(caller, call, type, Unlinked.Why.MANY_OVERRIDE, 0));
    }
    if (callee.name().startsWith("<")) {
      // The constructor of a type that nobody has written one for.
      return Optional.empty();
    }
    Unlinked.Why why =
        declared.isEmpty() ? Unlinked.Why.NOT_DECLARED : Unlinked.Why.NOT_IMPLEMENTED;
    return Optional.of(loose(caller, call, type, why, 0));
  }

  private Unlinked loose(
      MethodFacts caller, CallFacts call, String type, Unlinked.Why why, int fits) {
    MethodRef callee = call.callee();
    String name = callee.name().equals(MemberNames.CONSTRUCTOR) ? "new" : callee.name();
    String owner = type.isEmpty() ? "?" : type.substring(type.lastIndexOf('.') + 1);
    String arity = callee.arity() == Calls.ANY_ARITY ? "" : "/" + callee.arity();
    String shown = owner + (arity.isEmpty() ? "::" : ".") + name + arity;
    Location at = new Location(types.pathOf(caller.owner()), call.region());
    return new Unlinked(MemberNames.shortName(caller.id()), at, shown, type, why, fits);
  }
}
