package dev.perflint.knowledge;

import dev.perflint.model.Certainty;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The versions of libraries that a project's build files name.
 *
 * @param byArtifact of {@code group:artifact}; modules may differ
 */
public record LibraryVersions(SortedMap<String, SortedSet<String>> byArtifact) {
  /** Nothing is known. */
  public static final LibraryVersions NONE = new LibraryVersions(new TreeMap<>());

  public LibraryVersions {
    byArtifact = Collections.unmodifiableSortedMap(new TreeMap<>(byArtifact));
  }

  /** These, and those of the libraries of which nothing is known here. */
  public LibraryVersions or(LibraryVersions others) {
    SortedMap<String, SortedSet<String>> all = new TreeMap<>(others.byArtifact);
    all.putAll(byArtifact);
    return new LibraryVersions(all);
  }

  /**
   * Whether something that holds in a range of versions of some artifacts may hold here: one of the
   * versions lies within, or none is known.
   */
  public boolean mayBe(List<String> artifacts, VersionRange range) {
    boolean known = false;
    for (String artifact : artifacts) {
      for (String text : byArtifact.getOrDefault(artifact, Collections.emptySortedSet())) {
        Set<Version> version = parsed(text);
        known |= !version.isEmpty();
        if (version.stream().anyMatch(range::contains)) {
          return true;
        }
      }
    }
    return !known;
  }

  /**
   * Whether all versions of an artifact that the build files name lie within a range; UNKNOWN when
   * they name none, or some within and some not.
   */
  public Certainty isIn(String artifact, VersionRange range) {
    List<Version> versions =
        byArtifact.getOrDefault(artifact, Collections.emptySortedSet()).stream()
            .flatMap(text -> parsed(text).stream())
            .toList();
    long within = versions.stream().filter(range::contains).count();
    if (within == 0) {
      return versions.isEmpty() ? Certainty.UNKNOWN : Certainty.NO;
    }
    return within == versions.size() ? Certainty.SURE : Certainty.UNKNOWN;
  }

  /** Empty for a version that only the build tool knows, e.g. {@code ${x}} or {@code latest}. */
  private static Set<Version> parsed(String text) {
    try {
      return Set.of(Version.parse(text));
    } catch (IllegalArgumentException e) {
      return Set.of();
    }
  }
}
