package dev.perflint.maven;

import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.ProjectDependenciesResolver;

/** What a goal runs in. */
record Build(MavenSession session, ProjectDependenciesResolver resolver, Log log) {
  private static final int NAMED = 3;

  /** What the modules depend on; tells once what of it is not there. */
  Libraries libraries(List<MavenModule> modules, boolean tests) {
    Libraries libraries = Libraries.of(modules, tests, session, resolver);
    int missing = libraries.missing().size();
    if (missing > 0) {
      String names = String.join(", ", libraries.missing().subList(0, Math.min(NAMED, missing)));
      log.warn(
          "perflint: %d of the libraries %s not in the local repository, so that %s types stay unknown: %s%s"
              .formatted(
                  missing,
                  missing == 1 ? "is" : "are",
                  missing == 1 ? "its" : "their",
                  names,
                  missing > NAMED ? ", …" : ""));
    }
    return libraries;
  }
}
