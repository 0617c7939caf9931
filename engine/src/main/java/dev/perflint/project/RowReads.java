package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Location;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which calls read rows of which entities, as far as a repository or a result says so. */
final class RowReads {
  private static final String REPOSITORY = "org.springframework.data.repository.Repository";

  /** Give a number or an answer, and no row. */
  private static final Pattern WITHOUT_ROWS = Pattern.compile("(?:count|exists|flush)(?![a-z]).*");

  /**
   * One of them.
   *
   * @param at where it stands
   */
  record Read(MethodFacts method, CallFacts call, Location at) {}

  private final CallGraph graph;
  private final ProjectTypes types;
  private final TypeResolver resolver;
  private final Effects effects;
  private @Nullable Map<String, List<Read>> byEntity;

  RowReads(CallGraph graph, ProjectTypes types, TypeResolver resolver, Effects effects) {
    this.graph = graph;
    this.types = types;
    this.resolver = resolver;
    this.effects = effects;
  }

  /** Those of a type, and of what extends it. */
  List<Read> of(String type) {
    if (byEntity == null) {
      byEntity = find();
    }
    List<Read> found = new ArrayList<>();
    byEntity.forEach(
        (entity, reads) -> {
          if (entity.equals(type)
              || types.lineage(entity, resolver).stream().anyMatch(up -> up.name().equals(type))) {
            found.addAll(reads);
          }
        });
    return found;
  }

  private Map<String, List<Read>> find() {
    Map<String, List<Read>> found = new HashMap<>();
    for (MethodFacts method : graph.methods()) {
      for (CallFacts call : method.calls()) {
        if (readsRows(call)) {
          entity(method, call)
              .ifPresent(
                  name ->
                      found.computeIfAbsent(name, n -> new ArrayList<>()).add(read(method, call)));
        }
      }
    }
    return found;
  }

  private boolean readsRows(CallFacts call) {
    String name = call.callee().name();
    return !RowChanges.isNamed(name)
        && !WITHOUT_ROWS.matcher(name).matches()
        && effects.done(call, Roles.QUERY).isPresent();
  }

  private Read read(MethodFacts method, CallFacts call) {
    return new Read(method, call, new Location(types.pathOf(method.owner()), call.region()));
  }

  /** What the repository is for; else what the method returns, which is what it has read. */
  private Optional<String> entity(MethodFacts method, CallFacts call) {
    TypeRef returned = resolver.settle(method.returns());
    return Stream.<Supplier<Optional<TypeRef>>>of(
            () -> ofRepository(call),
            () -> Optional.of(returned),
            () -> Optional.of(resolver.elementOf(returned)))
        .flatMap(type -> type.get().flatMap(this::named).stream())
        .filter(name -> types.declared(name).isPresent())
        .findFirst();
  }

  private Optional<TypeRef> ofRepository(CallFacts call) {
    return resolver
        .argumentsAs(call.callee().owner(), REPOSITORY)
        .filter(arguments -> !arguments.isEmpty())
        .map(arguments -> arguments.get(0));
  }

  private Optional<String> named(TypeRef type) {
    return resolver.settle(type) instanceof TypeRef.Named named
        ? Optional.of(named.name())
        : Optional.empty();
  }
}
