package dev.perflint.project;

import dev.perflint.analysis.TypeFacts;
import dev.perflint.types.ApiType;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Interfaces that are repositories because of their package: another file has them scanned. One
 * that a class of the project implements is none, such as that of rows which stand beside them.
 *
 * @param packages with all below them
 * @param implemented names of interfaces in them
 * @param mark what stands among the supertypes of a repository
 */
record ScannedRepositories(Set<String> packages, Set<String> implemented, Optional<String> mark) {
  static ScannedRepositories of(List<TypeFacts> types, Optional<String> mark) {
    Set<String> packages = new TreeSet<>();
    types.forEach(type -> packages.addAll(type.scans()));
    return new ScannedRepositories(
        packages, packages.isEmpty() ? Set.of() : implemented(types), mark);
  }

  private static Set<String> implemented(List<TypeFacts> types) {
    Set<String> names = new HashSet<>();
    for (TypeFacts type : types) {
      if (type.kind() != ApiType.Kind.INTERFACE) {
        for (TypeRef supertype : type.supertypes()) {
          if (supertype instanceof TypeRef.Named named) {
            names.add(named.name());
          } else if (supertype instanceof TypeRef.OneOf oneOf) {
            names.addAll(oneOf.names());
          }
        }
      }
    }
    return names;
  }

  /** The supertypes as written, and what the scan makes of the type. */
  List<TypeRef> supertypes(TypeFacts type) {
    if (mark.isEmpty() || type.kind() != ApiType.Kind.INTERFACE || !isScanned(type.name())) {
      return type.supertypes();
    }
    List<TypeRef> supertypes = new ArrayList<>(type.supertypes());
    supertypes.add(TypeRef.named(mark.get()));
    return supertypes;
  }

  private boolean isScanned(String type) {
    return !implemented.contains(type)
        && packages.stream().anyMatch(scanned -> TypeCopies.plain(type).startsWith(scanned + "."));
  }
}
