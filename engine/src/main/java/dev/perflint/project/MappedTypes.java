package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.NamedTypes;
import dev.perflint.facts.TypeTraits;
import dev.perflint.settings.OtherTexts;
import dev.perflint.types.Question;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which servlets something names: a descriptor, a registration, an annotation, whoever makes one.
 * Asks widely, since a servlet that answers must not look idle; and where the project maps none at
 * all, somebody else does.
 */
final class MappedTypes {
  private static final String DESCRIPTOR = "web.xml";

  private final ProjectTypes types;
  private final TypeResolver resolver;
  private final OtherTexts texts;
  private final boolean mapsAny;
  private final Map<String, Set<String>> below = new HashMap<>();

  /** In the code of other types. */
  private final Set<String> named = new HashSet<>();

  MappedTypes(
      List<FileAnalysis> files, ProjectTypes types, TypeResolver resolver, OtherTexts texts) {
    this.types = types;
    this.resolver = resolver;
    this.texts = texts;
    boolean registers = false;
    for (FileAnalysis file : files) {
      if (!file.isTest()) {
        file.says().keySet().forEach(said -> NamedTypes.type(said).ifPresent(named::add));
        registers |= file.says().containsKey(NamedTypes.REGISTERS);
      }
    }
    mapsAny = registers || texts.hasFile(DESCRIPTOR);
    if (mapsAny) {
      types.production().forEach(this::add);
    }
  }

  private void add(TypeFacts type) {
    for (TypeRef supertype : type.supertypes()) {
      if (resolver.settle(supertype) instanceof TypeRef.Named above) {
        below.computeIfAbsent(above.name(), name -> new TreeSet<>()).add(type.name());
      }
    }
    Set<String> names = new HashSet<>();
    type.fields().forEach(field -> name(field.type(), names));
    for (Question.Bean bean : type.beans()) {
      name(bean.type(), names);
    }
    for (MethodFacts method : type.methods()) {
      method.parameters().forEach(parameter -> name(parameter, names));
      name(method.returns(), names);
      for (CallFacts call : method.calls()) {
        if (call.callee().name().equals(MemberNames.CONSTRUCTOR)) {
          name(call.callee().owner(), names);
        }
      }
    }
    // Its own code and that of its subtypes tells nothing: constructors call each other.
    names.remove(type.name());
    types.lineage(type.name(), resolver).forEach(above -> names.remove(above.name()));
    named.addAll(names);
  }

  private void name(TypeRef written, Set<String> into) {
    if (resolver.settle(written) instanceof TypeRef.Named type) {
      into.add(type.name());
      type.arguments().forEach(argument -> name(argument, into));
    }
  }

  /** Whether something names the type, or one that extends it. */
  boolean has(String type) {
    if (!mapsAny) {
      return true;
    }
    Deque<String> open = new ArrayDeque<>(List.of(type));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String next = open.remove();
      if (seen.add(next)) {
        if (isNamed(next)) {
          return true;
        }
        open.addAll(below.getOrDefault(next, Set.of()));
      }
    }
    return false;
  }

  private boolean isNamed(String type) {
    return named.contains(type)
        || types
            .declared(type)
            .filter(declared -> declared.traits().contains(TypeTraits.ANNOTATED))
            .isPresent()
        || texts.name(type.substring(type.lastIndexOf('.') + 1));
  }
}
