package dev.perflint.project;

import dev.perflint.analysis.TypeFacts;
import dev.perflint.model.Certainty;
import dev.perflint.types.Question;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.List;

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
    if (!entity.equals(asked.type()) && has(asked.type(), asked.trait()) == Certainty.SURE) {
      return Certainty.SURE;
    }
    return has(entity, asked.trait());
  }

  private Certainty has(TypeRef asked, String trait) {
    List<TypeFacts> lineage =
        resolver.settle(asked) instanceof TypeRef.Named named
            ? types.lineage(named.name(), resolver)
            : List.of();
    if (lineage.isEmpty()) {
      return Certainty.UNKNOWN;
    }
    return lineage.stream().anyMatch(type -> type.traits().contains(trait))
        ? Certainty.SURE
        : Certainty.NO;
  }
}
