package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.NamedTypes;
import dev.perflint.facts.TypeTraits;
import dev.perflint.types.ApiType;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Classes of which nobody makes an object, as far as can be seen: no code creates, holds, returns
 * or takes one, no container is told of it, no library knows what it extends, and no text names it.
 */
final class UnmadeTypes {
  /** Supertypes that call nothing. */
  private static final Set<String> SILENT =
      Set.of("java.lang.Object", "java.io.Serializable", "java.lang.Cloneable");

  private final List<FileAnalysis> files;
  private final CallGraph graph;
  private final HeatMap heat;
  private final ProjectTypes types;
  private final TypeResolver resolver;
  private final CalledNames names;
  private final Map<String, Boolean> known = new HashMap<>();
  private final Map<String, Boolean> unknownAbove = new HashMap<>();
  private @Nullable Set<String> extended;
  private @Nullable Set<String> held;
  private @Nullable Set<String> literals;

  UnmadeTypes(
      List<FileAnalysis> files,
      CallGraph graph,
      HeatMap heat,
      ProjectTypes types,
      TypeResolver resolver,
      CalledNames names) {
    this.files = files;
    this.graph = graph;
    this.heat = heat;
    this.types = types;
    this.resolver = resolver;
    this.names = names;
  }

  boolean has(String type) {
    return known.computeIfAbsent(type, this::isUnmade);
  }

  private boolean isUnmade(String name) {
    return types
        .declared(name)
        .filter(type -> type.kind() == ApiType.Kind.CLASS && !name.contains("@"))
        .filter(type -> !type.traits().contains(TypeTraits.ANNOTATED))
        .filter(type -> !type.traits().contains(TypeTraits.FILLED))
        .filter(
            type ->
                type.methods().stream()
                    .noneMatch(one -> one.isMarked() || !heat.entries(one.id()).isEmpty()))
        .filter(type -> !isExtended(name) && !mayBeKnownOutside(name))
        .filter(type -> !held().contains(name) && !isNamedWithAllOfItsKind(name))
        .filter(type -> type.methods().stream().noneMatch(this::isCalledByHolder))
        .filter(type -> !names.wires(name))
        .isPresent();
  }

  /** A local variable, or what somebody answers, that is of just this type. */
  private boolean isCalledByHolder(MethodFacts method) {
    return !method.isStatic()
        && graph.callsTo(method.id()).stream()
            .anyMatch(
                edge ->
                    !edge.caller().isOf(method.owner())
                        && resolver.settle(edge.call().callee().owner())
                            instanceof TypeRef.Named receiver
                        && receiver.name().equals(method.owner()));
  }

  /** Whoever is told of a type may look for all that extend it. */
  private boolean isNamedWithAllOfItsKind(String name) {
    return types.lineage(name, resolver).stream().anyMatch(type -> isNamedElsewhere(type.name()));
  }

  /** Whether a type has itself a supertype, or inherits one, of which a library may know. */
  boolean mayBeKnownOutside(String name) {
    return unknownAbove.computeIfAbsent(
        name, n -> types.lineage(n, resolver).stream().anyMatch(this::hasUnknownSupertype));
  }

  private boolean hasUnknownSupertype(TypeFacts type) {
    return type.supertypes().stream()
        .map(resolver::settle)
        .anyMatch(
            supertype ->
                !(supertype instanceof TypeRef.Named named)
                    || types.declared(named.name()).isEmpty() && !SILENT.contains(named.name()));
  }

  /** Whether others of the project extend it, whose supertypes may know what they inherit. */
  boolean isExtended(String name) {
    if (extended == null) {
      extended = new HashSet<>();
      for (TypeFacts type : types.production()) {
        for (TypeRef supertype : type.supertypes()) {
          if (resolver.settle(supertype) instanceof TypeRef.Named named) {
            extended.add(named.name());
          }
        }
      }
    }
    return extended.contains(name);
  }

  /** Whether another file hands on the type itself, {@code Type.class}. */
  boolean isNamedElsewhere(String name) {
    if (literals == null) {
      Set<String> found = new HashSet<>();
      for (FileAnalysis file : files) {
        if (!file.isTest()) {
          for (String said : file.says().keySet()) {
            NamedTypes.type(said)
                .filter(type -> !types.pathOf(type).equals(file.path()))
                .ifPresent(found::add);
          }
        }
      }
      literals = found;
    }
    return literals.contains(name);
  }

  private Set<String> held() {
    if (held == null) {
      Set<String> found = new HashSet<>();
      types.production().forEach(type -> addHeld(type, found));
      held = found;
    }
    return held;
  }

  private void addHeld(TypeFacts by, Set<String> into) {
    Set<String> theirs = new HashSet<>();
    by.fields().forEach(field -> add(field.type(), theirs));
    by.beans().forEach(bean -> add(bean.type(), theirs));
    Set<String> made = new HashSet<>();
    for (MethodFacts method : by.methods()) {
      method.parameters().forEach(parameter -> add(parameter, theirs));
      add(method.returns(), theirs);
      for (CallFacts call : method.calls()) {
        if (call.callee().name().equals(MemberNames.CONSTRUCTOR)) {
          // Constructors of one class call each other.
          add(call.callee().owner(), method.name().equals(MemberNames.CONSTRUCTOR) ? theirs : made);
        }
      }
    }
    theirs.remove(by.name());
    into.addAll(theirs);
    into.addAll(made);
  }

  private void add(TypeRef written, Set<String> into) {
    TypeRef settled = resolver.settle(written);
    if (settled instanceof TypeRef.Named named) {
      into.add(named.name());
      named.arguments().forEach(argument -> add(argument, into));
    } else if (settled instanceof TypeRef.ArrayOf array) {
      add(array.component(), into);
    } else if (settled instanceof TypeRef.OneOf oneOf) {
      into.addAll(oneOf.names());
    }
  }
}
