package dev.perflint.settings;

import dev.perflint.knowledge.LibraryVersions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads from Maven's and Gradle's files which versions of libraries a project uses. They are read,
 * never run: what a script computes stays unknown.
 */
public final class BuildFiles {
  /** Where they stand by convention, relative to a module's folder. */
  private static final List<String> PLACES =
      List.of(
          "pom.xml",
          "build.gradle",
          "build.gradle.kts",
          "gradle.properties",
          "gradle/libs.versions.toml");

  private static final long LARGEST = 2_000_000;
  private static final int MOST_STEPS = 5;

  private final Map<String, Set<String>> properties = new HashMap<>();
  private final List<Dependency> dependencies = new ArrayList<>();

  /** A library as written: its version may be a placeholder. */
  record Dependency(String artifact, String version) {}

  private BuildFiles() {}

  /**
   * @param found in the scanned folders
   * @param roots the scanned folders, from which the way up is looked at too
   * @param top the last folder on the way up
   */
  public static LibraryVersions read(Collection<Path> found, List<Path> roots, Path top) {
    SortedSet<Path> files = new TreeSet<>(found);
    for (Path root : roots) {
      for (Path folder = root; folder != null; folder = folder.getParent()) {
        for (String place : PLACES) {
          if (Files.isRegularFile(folder.resolve(place))) {
            files.add(folder.resolve(place));
          }
        }
        if (folder.equals(top)) {
          break;
        }
      }
    }
    BuildFiles reader = new BuildFiles();
    files.forEach(reader::add);
    return reader.versions();
  }

  /** What texts say, by file name. */
  public static LibraryVersions read(Map<String, String> texts) {
    BuildFiles reader = new BuildFiles();
    new TreeMap<>(texts).forEach(reader::add);
    return reader.versions();
  }

  private void add(Path file) {
    try {
      if (Files.size(file) <= LARGEST) {
        add(
            file.getFileName().toString(),
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // A file that cannot be read says nothing; unknown versions exclude nothing.
    }
  }

  private void add(String name, String text) {
    if (name.endsWith("pom.xml")) {
      Poms.read(text, this::property, dependencies);
    } else {
      GradleFiles.read(text, this::property, dependencies);
    }
  }

  private void property(String name, String value) {
    properties.computeIfAbsent(name, n -> new TreeSet<>()).add(value);
  }

  private LibraryVersions versions() {
    TreeMap<String, SortedSet<String>> versions = new TreeMap<>();
    for (Dependency dependency : dependencies) {
      for (String version : resolved(dependency.version(), 0)) {
        versions.computeIfAbsent(dependency.artifact(), a -> new TreeSet<>()).add(version);
      }
    }
    return new LibraryVersions(versions);
  }

  /** With {@code ${name}} or {@code $name} replaced by what the files set; empty when none does. */
  private Set<String> resolved(String version, int steps) {
    String name =
        version.startsWith("${") && version.endsWith("}")
            ? version.substring(2, version.length() - 1)
            : version.startsWith("$") ? version.substring(1) : "";
    if (name.isEmpty()) {
      return version.contains("$") ? Set.of() : Set.of(version);
    }
    Set<String> all = new TreeSet<>();
    if (steps < MOST_STEPS) {
      for (String value : properties.getOrDefault(name, Set.of())) {
        all.addAll(resolved(value, steps + 1));
      }
    }
    return all;
  }
}
