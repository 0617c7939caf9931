package dev.perflint.maven;

import dev.perflint.BuildModel;
import dev.perflint.knowledge.LibraryVersions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.jspecify.annotations.Nullable;

/**
 * What a scan of some modules looks at.
 *
 * @param paths the one that the project's configuration is looked for at first
 * @param build what Maven knows of them
 */
record Sources(List<Path> paths, BuildModel build) {
  /** Of no module: a folder, about which Maven knows nothing. */
  static Sources of(Path folder) {
    return new Sources(List.of(folder), BuildModel.NONE);
  }

  /**
   * @param tests with test sources
   * @param generated with what builds write
   */
  static Sources of(List<MavenModule> modules, boolean tests, boolean generated) {
    List<MavenModule> outermost =
        modules.stream()
            .sorted(
                Comparator.comparingInt((MavenModule m) -> m.folder().getNameCount())
                    .thenComparing(MavenModule::folder))
            .toList();
    List<Path> paths = new ArrayList<>();
    List<Path> roots = new ArrayList<>();
    for (MavenModule module : outermost) {
      if (module.isPom()) {
        // What else lies in its folder belongs to others, or to nobody.
        module.pom().ifPresent(paths::add);
      } else {
        List<Path> own = module.sourceRoots(tests, generated);
        roots.addAll(own);
        paths.add(module.folder());
        own.stream()
            .filter(root -> !root.startsWith(module.folder()) || module.isOutput(root))
            .forEach(paths::add);
      }
    }
    return new Sources(
        paths, new BuildModel(roots, release(modules), versions(modules), List.of()));
  }

  /** The same with the types of libraries. */
  Sources with(Libraries libraries) {
    return new Sources(paths, build.on(libraries.classPath()));
  }

  /** Whether there is a folder with sources; one that Maven knows nothing of may have some. */
  boolean isEmpty() {
    return build != BuildModel.NONE && build.sourceRoots().isEmpty();
  }

  /** The newest: modules run together, and then on a JDK that all of them run on. */
  private static OptionalInt release(List<MavenModule> modules) {
    return modules.stream().flatMapToInt(module -> module.release().stream()).max();
  }

  /** Of what the modules use, and of what they would use: managed by them, a parent or a BOM. */
  private static LibraryVersions versions(List<MavenModule> modules) {
    SortedMap<String, SortedSet<String>> versions = new TreeMap<>();
    for (MavenModule module : modules) {
      @Nullable DependencyManagement managed = module.project().getDependencyManagement();
      Stream.concat(
              module.project().getDependencies().stream(),
              managed == null ? Stream.<Dependency>empty() : managed.getDependencies().stream())
          .filter(dependency -> dependency.getVersion() != null)
          .forEach(
              dependency ->
                  versions
                      .computeIfAbsent(
                          dependency.getGroupId() + ":" + dependency.getArtifactId(),
                          artifact -> new TreeSet<>())
                      .add(dependency.getVersion()));
    }
    return new LibraryVersions(versions);
  }
}
