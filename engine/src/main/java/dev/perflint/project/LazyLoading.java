package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.facts.Passed;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Certainty;
import dev.perflint.types.MethodRef;
import dev.perflint.types.Question;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What entities load when it is first used, and which methods use it of what they are handed. */
final class LazyLoading {
  /** What happens to a row further away is seldom what the loop is about. */
  private static final int DEEPEST = 2;

  private final CallGraph graph;
  private final ProjectTypes types;
  private final TypeResolver resolver;
  private final Function<Question, Certainty> answers;
  private final Map<Question.LoadsFrom, List<Effects.Witness>> known = new HashMap<>();

  private @Nullable Set<String> byHand;

  LazyLoading(
      CallGraph graph,
      ProjectTypes types,
      TypeResolver resolver,
      Function<Question, Certainty> answers) {
    this.graph = graph;
    this.types = types;
    this.resolver = resolver;
    this.answers = answers;
  }

  /** Of the property behind a getter, in the type or one that it extends. */
  Certainty certainty(Question.IsLazy asked) {
    if (!(resolver.settle(asked.owner()) instanceof TypeRef.Named owner)) {
      return Certainty.UNKNOWN;
    }
    if (filledByHand().contains(owner.name())) {
      return Certainty.NO;
    }
    String property = property(asked.getter());
    boolean lazy =
        types.lineage(owner.name(), resolver).stream()
            .flatMap(type -> type.fields().stream())
            .filter(field -> field.name().equalsIgnoreCase(property))
            .findFirst()
            .filter(TypeFacts.FieldFacts::lazy)
            .isPresent();
    return lazy ? Certainty.SURE : Certainty.NO;
  }

  private Set<String> filledByHand() {
    if (byHand == null) {
      byHand = RowsByHand.of(graph, resolver);
    }
    return byHand;
  }

  private static String property(String getter) {
    return getter.substring(getter.startsWith("is") ? 2 : Math.min(3, getter.length()));
  }

  Certainty certainty(Question.LoadsFrom asked) {
    List<Effects.Witness> way = way(asked);
    if (way.isEmpty()) {
      return Certainty.NO;
    }
    return way.stream().anyMatch(Effects.Witness::likely) ? Certainty.LIKELY : Certainty.SURE;
  }

  /** From the called method to the getter; empty when there is none. */
  List<Effects.Witness> way(Question.LoadsFrom asked) {
    return known.computeIfAbsent(asked, a -> search(a.method(), a.argument(), 0));
  }

  private List<Effects.Witness> search(MethodRef called, int argument, int depth) {
    List<MethodFacts> targets = graph.targets(called).methods();
    // Of several methods that may be meant nobody knows which one it is.
    if (targets.size() != 1 || depth == DEEPEST) {
      return List.of();
    }
    MethodFacts method = targets.get(0);
    for (CallFacts call : method.calls()) {
      Optional<Effects.Witness> here = loads(method, call, argument);
      if (here.isPresent()) {
        return List.of(here.get());
      }
    }
    for (CallFacts call : method.calls()) {
      for (int i = 0; i < call.arguments().size(); i++) {
        Passed passed = call.arguments().get(i);
        if (passed.whole()
            && passed.parameter() == argument
            && always(call)
            && !graph.settled(call.around()).conditional()) {
          List<Effects.Witness> on = search(call.callee(), i, depth + 1);
          if (!on.isEmpty()) {
            List<Effects.Witness> way = new ArrayList<>();
            way.add(witness(method, call, Optional.of(on.get(0).method()), on.get(0).what()));
            way.addAll(on);
            return way;
          }
        }
      }
    }
    return List.of();
  }

  private Optional<Effects.Witness> loads(MethodFacts method, CallFacts call, int argument) {
    return call.effects().stream()
        .filter(effect -> effect.role().equals(Roles.LOADS_LAZILY))
        .filter(effect -> effect.kind().equals(Integer.toString(argument)) && always(call))
        .filter(effect -> effect.truth().answered(answers).isReported())
        .findFirst()
        .map(effect -> witness(method, call, Optional.empty(), effect.what()));
  }

  private static Effects.Witness witness(
      MethodFacts method, CallFacts call, Optional<MethodFacts> next, String what) {
    return new Effects.Witness(method, call, next, what, 0, false);
  }

  /** A null check stands around most uses of what may be missing. */
  private static boolean always(CallFacts call) {
    return !call.around().inCatch() && !call.around().onMiss();
  }
}
