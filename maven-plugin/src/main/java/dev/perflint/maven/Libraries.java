package dev.perflint.maven;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyFilter;

/**
 * The jars of what modules depend on, as far as Maven has them. Nothing is downloaded and nothing
 * has to be built for a scan: what is missing takes nothing but certainty away.
 *
 * @param classPath in the order of the modules and of their dependencies
 * @param missing coordinates, sorted; modules of the build are none of them, since their sources
 *     are there
 */
record Libraries(List<Path> classPath, List<String> missing) {
  /** Of nothing. */
  static final Libraries NONE = new Libraries(List.of(), List.of());

  /**
   * @param tests with what only tests depend on
   */
  static Libraries of(
      List<MavenModule> modules,
      boolean tests,
      MavenSession session,
      ProjectDependenciesResolver resolver) {
    DefaultRepositorySystemSession offline =
        new DefaultRepositorySystemSession(session.getRepositorySession());
    offline.setOffline(true);
    // It would tell of each missing one.
    offline.setRepositoryListener(null);
    Set<String> scanned =
        modules.stream().map(module -> key(module.project())).collect(Collectors.toSet());
    Set<String> built =
        session.getProjects().stream().map(Libraries::key).collect(Collectors.toSet());
    Set<Path> classPath = new LinkedHashSet<>();
    Set<String> missing = new TreeSet<>();
    DependencyFilter wanted = (node, parents) -> isWanted(node.getDependency(), tests);
    for (MavenModule module : modules) {
      DefaultDependencyResolutionRequest request =
          new DefaultDependencyResolutionRequest(module.project(), offline);
      request.setResolutionFilter(wanted);
      DependencyResolutionResult result = resolve(request, resolver);
      for (Dependency dependency : result.getResolvedDependencies()) {
        Artifact artifact = dependency.getArtifact();
        if (artifact.getFile() != null && !scanned.contains(key(artifact))) {
          classPath.add(artifact.getFile().toPath().toAbsolutePath());
        }
      }
      for (Dependency dependency : result.getUnresolvedDependencies()) {
        if (!built.contains(key(dependency.getArtifact()))) {
          missing.add(dependency.getArtifact().toString());
        }
      }
    }
    return new Libraries(List.copyOf(classPath), List.copyOf(missing));
  }

  private static DependencyResolutionResult resolve(
      DefaultDependencyResolutionRequest request, ProjectDependenciesResolver resolver) {
    try {
      return resolver.resolve(request);
    } catch (DependencyResolutionException e) {
      return e.getResult();
    }
  }

  private static boolean isWanted(Dependency dependency, boolean tests) {
    return dependency == null || tests || !dependency.getScope().equals("test");
  }

  private static String key(MavenProject project) {
    return project.getGroupId() + ":" + project.getArtifactId();
  }

  private static String key(Artifact artifact) {
    return artifact.getGroupId() + ":" + artifact.getArtifactId();
  }
}
