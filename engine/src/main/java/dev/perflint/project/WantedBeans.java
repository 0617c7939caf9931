package dev.perflint.project;

import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.facts.BeanRequests;
import dev.perflint.model.Certainty;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether anybody in the project wants what a container hands out. Asks widely: whatever may be
 * given the bean counts, since a bean that is used after all must not look idle.
 */
final class WantedBeans {
  private final ProjectTypes types;
  private final CallGraph graph;
  private final TypeResolver resolver;

  /** Of fields, parameters and look-ups, with the arguments of generic ones. */
  private final Set<String> wanted = new HashSet<>();

  private final Set<String> names = new HashSet<>();

  /**
   * @param unmade of which classes nobody makes an object, whose fields want nothing
   */
  WantedBeans(
      List<FileAnalysis> files,
      ProjectTypes types,
      CallGraph graph,
      TypeResolver resolver,
      Predicate<String> unmade) {
    this.types = types;
    this.graph = graph;
    this.resolver = resolver;
    for (TypeFacts type : types.production()) {
      if (unmade.test(type.name())) {
        continue;
      }
      type.fields().forEach(field -> add(field.type()));
      type.methods().forEach(method -> method.parameters().forEach(this::add));
    }
    for (FileAnalysis file : files) {
      if (!file.isTest()) {
        for (String said : file.says().keySet()) {
          BeanRequests.type(said).ifPresent(wanted::add);
          BeanRequests.name(said).ifPresent(names::add);
        }
      }
    }
    wanted.remove("java.lang.Object");
  }

  private void add(TypeRef written) {
    if (resolver.settle(written) instanceof TypeRef.Named named) {
      wanted.add(named.name());
      named.arguments().forEach(this::add);
    } else if (written instanceof TypeRef.ArrayOf array) {
      add(array.component());
    }
  }

  Certainty certainty(Question.Wanted asked) {
    boolean any = asked.beans().stream().anyMatch(this::isWanted);
    return any ? Certainty.SURE : Certainty.NO;
  }

  private boolean isWanted(Question.Bean bean) {
    return names.contains(bean.name())
        || !(resolver.settle(bean.type()) instanceof TypeRef.Named made)
        || wanted.stream()
            .anyMatch(
                type ->
                    isA(bean.type(), type) != Certainty.NO
                        || isA(TypeRef.named(type), made.name()).isReported())
        || isCalled(bean);
  }

  private Certainty isA(TypeRef type, String supertype) {
    return resolver.isA(type, supertype) instanceof Truth.Decided decided
        ? decided.certainty()
        : Certainty.UNKNOWN;
  }

  /** Another bean method calls the one that makes it. */
  private boolean isCalled(Question.Bean bean) {
    return types.production().stream()
        .filter(type -> type.beans().contains(bean))
        .flatMap(type -> type.methods().stream())
        .filter(method -> method.returns().equals(bean.type()))
        .map(MethodFacts::id)
        .anyMatch(id -> !graph.callsTo(id).isEmpty());
  }
}
