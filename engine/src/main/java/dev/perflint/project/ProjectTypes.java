package dev.perflint.project;

import dev.perflint.analysis.FileAnalysis;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.types.ApiMember;
import dev.perflint.types.ApiType;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return own == null
        ? libraries.find(name)
        : asApi.computeIfAbsent(name, n -> Optional.of(api(own)));
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
