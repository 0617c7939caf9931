package dev.perflint.knowledge;

import java.util.List;
import java.util.Map;

/**
 * What one knowledge file says.
 *
 * @param name as its users call it
 * @param artifacts {@code group:artifact} of the jars that hold the named types, {@code jdk:N} for
 *     the JDK from release N on
 * @param types names by the role that subtypes play
 * @param annotations names by the role that annotated methods or types play
 * @param properties keys of configuration files by the role that setting them plays; {@code *} in a
 *     key stands for any text
 */
public record Library(
    String name,
    List<String> artifacts,
    List<KnownMember> members,
    Map<String, List<String>> types,
    Map<String, List<String>> annotations,
    Map<String, List<String>> properties,
    List<EntryPoint> entryPoints) {
  public Library {
    artifacts = List.copyOf(artifacts);
    members = List.copyOf(members);
    entryPoints = List.copyOf(entryPoints);
  }

  /** Whether something here holds for some versions only. */
  boolean isVersioned() {
    return members.stream().anyMatch(member -> !member.versions().equals(VersionRange.ANY));
  }

  /** The same without the members that the versions in use do not have, or not in this way. */
  Library on(LibraryVersions versions) {
    List<KnownMember> kept =
        members.stream().filter(member -> versions.mayBe(artifacts, member.versions())).toList();
    return kept.size() == members.size()
        ? this
        : new Library(name, artifacts, kept, types, annotations, properties, entryPoints);
  }
}
