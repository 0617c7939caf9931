package dev.perflint.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/** All modules of a build together: a loop in one and a query in another meet. */
final class Reactor {
  private Reactor() {}

  /** Scans the modules of the build, or the folder it runs in when that has no pom. */
  static Optional<ModuleScan> scan(Build build, Options options) {
    MavenSession session = build.session();
    List<MavenModule> modules =
        session.getProjects().stream()
            .filter(project -> project.getFile() != null)
            .map(MavenModule::new)
            .toList();
    return modules.isEmpty()
        ? Optional.of(ModuleScan.of(Path.of(session.getExecutionRootDirectory()), session, options))
        : ModuleScan.of(modules, build, options);
  }
}
