package dev.perflint.project;

import dev.perflint.analysis.TypeFacts;
import dev.perflint.model.Certainty;
import dev.perflint.types.Question;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What entities say of how their rows are written. */
final class EntityTypes {
  /** Its first type argument is the entity. */
  private static final String REPOSITORY = "org.springframework.data.repository.Repository";

  private final ProjectTypes types;
  private final TypeResolver resolver;

  EntityTypes(ProjectTypes types, TypeResolver resolver) {
    this.types = types;
    this.resolver = resolver;
  }

  /** Unknown of a type that is not among the sources. */
  Certainty certainty(Question.EntityHas asked) {
    TypeRef entity =
        resolver
            .argumentsAs(asked.type(), REPOSITORY)
            .filter(arguments -> !arguments.isEmpty())
            .map(arguments -> arguments.get(0))
            .orElse(asked.type());
    if (!(resolver.settle(entity) instanceof TypeRef.Named named)
        || types.declared(named.name()).isEmpty()) {
      return Certainty.UNKNOWN;
    }
    Deque<String> queue = new ArrayDeque<>(List.of(named.name()));
    Set<String> seen = new HashSet<>();
    while (!queue.isEmpty()) {
      String current = queue.remove();
      Optional<TypeFacts> declared = seen.add(current) ? types.declared(current) : Optional.empty();
      if (declared.isEmpty()) {
        continue;
      }
      if (declared.get().traits().contains(asked.trait())) {
        return Certainty.SURE;
      }
      for (TypeRef supertype : declared.get().supertypes()) {
        if (resolver.settle(supertype) instanceof TypeRef.Named up) {
          queue.add(up.name());
        }
      }
    }
    return Certainty.NO;
  }
}
