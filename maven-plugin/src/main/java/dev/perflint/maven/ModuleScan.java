package dev.perflint.maven;

import dev.perflint.Perflint;
import dev.perflint.ScanReport;
import dev.perflint.ScanRequest;
import dev.perflint.ScanWishes;
import dev.perflint.config.Configuration;
import dev.perflint.config.ConfigurationFiles;
import dev.perflint.fix.FixedFile;
import dev.perflint.model.Priority;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/**
 * A scan of some modules that has been done.
 *
 * @param request that it answers
 * @param report what was found
 */
record ModuleScan(Perflint perflint, ScanRequest request, ScanReport report) {
  /** Of the project. */
  Configuration configuration() {
    return request.configuration();
  }

  /** What the paths of findings are relative to. */
  Path base() {
    return perflint.base(request);
  }

  /** What the automatic fixes would make of files. */
  List<FixedFile> fixes() {
    return perflint.fixes(request, report.findings());
  }

  /**
   * Of modules, with what Maven knows of them.
   *
   * @param modules at least one
   * @return empty when none of them has sources
   * @throws dev.perflint.UsageException for a configuration or option that makes no sense
   */
  static Optional<ModuleScan> of(List<MavenModule> modules, Build build, Options options) {
    Sources all = Sources.of(modules, false, false);
    Configuration configuration = configuration(all.paths(), build.session(), options);
    boolean tests = options.includeTests() || configuration.includeTests().orElse(false);
    boolean generated =
        options.includeGenerated() || configuration.includeGenerated().orElse(false);
    Sources sources = Sources.of(modules, tests, generated);
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    Libraries libraries = build.libraries(modules, tests);
    return Optional.of(of(sources.with(libraries), configuration, build.session(), options));
  }

  /** Of a folder without a project. */
  static ModuleScan of(Path folder, MavenSession session, Options options) {
    Sources sources = Sources.of(folder);
    Configuration configuration = configuration(sources.paths(), session, options);
    return of(sources, configuration, session, options);
  }

  private static ModuleScan of(
      Sources sources, Configuration configuration, MavenSession session, Options options) {
    ScanWishes wishes =
        new ScanWishes(
            Path.of(session.getExecutionRootDirectory()),
            sources.paths(),
            options.select(),
            options.ignore(),
            options.javaVersion(),
            options.jobs(),
            options.includeTests(),
            options.includeGenerated(),
            true,
            sources.build(),
            options.files());
    Perflint perflint = new Perflint();
    ScanRequest request = wishes.request(configuration, perflint::rules, ScanRequest.Progress.NONE);
    ScanReport report = perflint.scan(request);
    Optional<Priority> floor = options.minPriority().or(configuration::minPriority);
    return new ModuleScan(perflint, request, report.atLeast(floor.orElse(Priority.P3)));
  }

  /** Outside of a repository, too, the one at the top counts for all modules. */
  private static Configuration configuration(
      List<Path> paths, MavenSession session, Options options) {
    Path top = session.getRequest().getMultiModuleProjectDirectory().toPath();
    return ConfigurationFiles.of(options.configFile(), List.of(paths.get(0), top));
  }
}
