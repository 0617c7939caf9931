package dev.perflint.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What Maven's model says of one module; nothing of it has to be built. */
record MavenModule(MavenProject project) {

  Path folder() {
    return project.getBasedir().toPath().toAbsolutePath().normalize();
  }

  /** Whether it only holds other modules together. */
  boolean isPom() {
    return project.getPackaging().equals("pom");
  }

  /** Empty when the build file has another name, which nothing else would know it by. */
  Optional<Path> pom() {
    Path pom = folder().resolve("pom.xml");
    return Optional.ofNullable(project.getFile())
        .filter(file -> file.toPath().toAbsolutePath().normalize().equals(pom))
        .map(file -> pom);
  }

  /**
   * The folders that hold sources.
   *
   * @param tests with those of tests
   * @param generated with those in the folder of the build's output
   */
  List<Path> sourceRoots(boolean tests, boolean generated) {
    List<String> roots = new ArrayList<>(project.getCompileSourceRoots());
    roots.addAll(added("add-source"));
    if (tests) {
      roots.addAll(project.getTestCompileSourceRoots());
      roots.addAll(added("add-test-source"));
    }
    return roots.stream()
        .map(root -> folder().resolve(root).normalize())
        .filter(root -> generated || !isOutput(root))
        .filter(Files::isDirectory)
        .distinct()
        .toList();
  }

  /** Whether a folder lies where builds write to. */
  boolean isOutput(Path path) {
    return path.startsWith(folder().resolve(project.getBuild().getDirectory()).normalize());
  }

  /**
   * Roots that the build helper adds in a phase that a goal from the command line never comes
   * through.
   */
  private List<String> added(String goal) {
    List<String> roots = new ArrayList<>();
    @Nullable Plugin helper = project.getPlugin("org.codehaus.mojo:build-helper-maven-plugin");
    if (helper != null) {
      for (PluginExecution execution : helper.getExecutions()) {
        if (execution.getGoals().contains(goal)) {
          roots.addAll(values(child(execution.getConfiguration(), "sources")));
        }
      }
    }
    return roots;
  }

  /** The release of Java that the main sources are compiled for. */
  OptionalInt release() {
    @Nullable Object compiler =
        project.getGoalConfiguration(
            "org.apache.maven.plugins", "maven-compiler-plugin", null, null);
    return Stream.of(
            text(child(compiler, "release")),
            property("maven.compiler.release"),
            text(child(compiler, "target")),
            property("maven.compiler.target"))
        .flatMap(Optional::stream)
        .mapToInt(MavenModule::release)
        .filter(release -> release > 0)
        .findFirst();
  }

  private Optional<String> property(String name) {
    return Optional.ofNullable(project.getProperties().getProperty(name));
  }

  /** 0 for a text that is none. */
  private static int release(String text) {
    String number = text.startsWith("1.") ? text.substring(2) : text;
    return number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : 0;
  }

  private static @Nullable Xpp3Dom child(@Nullable Object configuration, String name) {
    return configuration instanceof Xpp3Dom dom ? dom.getChild(name) : null;
  }

  private static List<String> values(@Nullable Xpp3Dom list) {
    return list == null
        ? List.of()
        : Stream.of(list.getChildren()).flatMap(child -> text(child).stream()).toList();
  }

  private static Optional<String> text(@Nullable Xpp3Dom element) {
    return Optional.ofNullable(element)
        .map(Xpp3Dom::getValue)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
