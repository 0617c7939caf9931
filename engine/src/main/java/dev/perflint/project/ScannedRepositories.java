package dev.perflint.project;

import dev.perflint.analysis.TypeFacts;
import dev.perflint.types.ApiType;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Interfaces that are repositories because of their package: another file has them scanned.
 *
 * @param packages with all below them
 * @param mark what stands among the supertypes of a repository
 */
record ScannedRepositories(Set<String> packages, Optional<String> mark) {
  static ScannedRepositories of(List<TypeFacts> types, Optional<String> mark) {
    Set<String> packages = new TreeSet<>();
    types.forEach(type -> packages.addAll(type.scans()));
    return new ScannedRepositories(packages, mark);
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
    return packages.stream().anyMatch(scanned -> type.startsWith(scanned + "."));
  }
}
