package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.facts.Events;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The methods that a container calls for the events of a type. */
final class Listeners {
  private final TypeResolver resolver;
  private final Map<String, List<MethodFacts>> atOnce;
  private final Map<String, List<MethodFacts>> deferred;

  private Listeners(Listeners of, TypeResolver resolver) {
    this.resolver = resolver;
    this.atOnce = of.atOnce;
    this.deferred = of.deferred;
  }

  Listeners(List<MethodFacts> methods, TypeResolver resolver) {
    this.resolver = resolver;
    this.atOnce = new HashMap<>();
    this.deferred = new HashMap<>();
    for (MethodFacts method : methods) {
      if (method.hears().isPresent()) {
        Events.Heard heard = method.hears().get();
        if (resolver.settle(heard.event()) instanceof TypeRef.Named event) {
          (heard.deferred() ? deferred : atOnce)
              .computeIfAbsent(event.name(), name -> new ArrayList<>(1))
              .add(method);
        }
      }
    }
  }

  /** The same for another thread. */
  Listeners with(TypeResolver other) {
    return new Listeners(this, other);
  }

  /** Those that have run when the one who publishes goes on, or are started by then. */
  List<MethodFacts> atOnce(TypeRef event) {
    return of(event, atOnce);
  }

  /** Those that wait for the end of the transaction. */
  List<MethodFacts> deferred(TypeRef event) {
    return of(event, deferred);
  }

  private List<MethodFacts> of(TypeRef event, Map<String, List<MethodFacts>> listeners) {
    return resolver.settle(event) instanceof TypeRef.Named named
        ? listeners.getOrDefault(named.name(), List.of())
        : List.of();
  }

  /** A call whose listener runs when what surrounds it is over. */
  static CallFacts later(CallFacts call) {
    return call.within(call.around().onAnotherThread());
  }
}
