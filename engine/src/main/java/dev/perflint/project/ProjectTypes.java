package dev.perflint.project;

import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.types.ApiMember;
import dev.perflint.types.ApiType;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import dev.perflint.types.TypeTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The declared types of the project, before those of the library tables. */
final class ProjectTypes implements TypeTable {
  private final TypeTable libraries;
  private final Map<String, TypeFacts> declared = new HashMap<>();
  private final List<TypeFacts> production;
  private final Map<String, String> pathOf = new HashMap<>();
  private final ScannedRepositories scanned;
  private final Map<String, Optional<ApiType>> asApi = new ConcurrentHashMap<>();

  /**
   * @param repository what stands among the supertypes of a repository, empty when nothing does
   */
  ProjectTypes(List<FileAnalysis> files, TypeTable libraries, Optional<String> repository) {
    this.libraries = libraries;
    files.stream().filter(file -> !file.isTest()).forEach(this::add);
    production = declared.values().stream().sorted(Comparator.comparing(TypeFacts::name)).toList();
    files.stream().filter(FileAnalysis::isTest).forEach(this::add);
    scanned = ScannedRepositories.of(production, repository);
  }

  private void add(FileAnalysis file) {
    for (TypeFacts type : file.types()) {
      // Copies of one class in several modules: the first path speaks, whatever order the files
      // come in.
      declared.putIfAbsent(type.name(), type);
      pathOf.putIfAbsent(type.name(), file.path());
    }
  }

  Optional<TypeFacts> declared(String name) {
    return Optional.ofNullable(declared.get(name));
  }

  /**
   * A declared type and the declared ones that it extends or implements, the nearest first; empty
   * when the project does not declare it.
   */
  List<TypeFacts> lineage(String name, TypeResolver resolver) {
    List<TypeFacts> lineage = new ArrayList<>();
    Deque<String> queue = new ArrayDeque<>(List.of(name));
    Set<String> seen = new HashSet<>();
    while (!queue.isEmpty()) {
      String current = queue.remove();
      TypeFacts type = seen.add(current) ? declared.get(current) : null;
      if (type != null) {
        lineage.add(type);
        for (TypeRef supertype : type.supertypes()) {
          if (resolver.settle(supertype) instanceof TypeRef.Named named) {
            queue.add(named.name());
          }
        }
      }
    }
    return lineage;
  }

  /** All but the types of tests, sorted by name: what tests call says nothing of production. */
  List<TypeFacts> production() {
    return production;
  }

  String pathOf(String type) {
    return pathOf.getOrDefault(type, "");
  }

  @Override
  public Optional<ApiType> find(String name) {
    TypeFacts own = declared.get(name);
    if (own == null) {
      return libraries.find(name);
    }
    Optional<ApiType> known = asApi.get(name); // takes no lock, and most are known
    return known != null ? known : asApi.computeIfAbsent(name, n -> Optional.of(api(own)));
  }

  @Override
  public boolean has(String name) {
    return declared.containsKey(name) || libraries.has(name);
  }

  /** Nearly all questions are about these: to describe all members for them takes long. */
  @Override
  public Optional<List<TypeRef>> supertypes(String name) {
    TypeFacts own = declared.get(name);
    return own == null ? libraries.supertypes(name) : Optional.of(scanned.supertypes(own));
  }

  private ApiType api(TypeFacts type) {
    List<ApiMember> members = new ArrayList<>();
    for (TypeFacts.FieldFacts field : type.fields()) {
      members.add(
          new ApiMember(
              ApiMember.Kind.FIELD,
              field.name(),
              false,
              false,
              false,
              List.of(),
              List.of(),
              field.type(),
              0));
    }
    for (MethodFacts method : type.methods()) {
      boolean constructor = method.name().startsWith("<");
      members.add(
          new ApiMember(
              constructor ? ApiMember.Kind.CONSTRUCTOR : ApiMember.Kind.METHOD,
              method.name(),
              method.isStatic(),
              method.isAbstract(),
              method.isVarargs(),
              List.of(),
              method.parameters(),
              method.returns(),
              0));
    }
    List<TypeRef> supertypes = scanned.supertypes(type);
    return new ApiType(
        type.name(), type.kind(), false, type.typeParameters(), supertypes, members, 0);
  }
}
