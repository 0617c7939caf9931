package dev.perflint.maven;

import dev.perflint.UsageException;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.reporting.AbstractMavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/** Writes a page about a module for its site. */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends AbstractMavenReport {
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /** Do nothing. */
  @Parameter(property = "perflint.skip", defaultValue = "false")
  private boolean skip;

  @Inject private ProjectDependenciesResolver resolver;

  /**
   * The configuration. Unset, it is the nearest <code>perflint.yml</code> at or above the module,
   * up to the root of the repository.
   */
  @Parameter(property = "perflint.configFile")
  private @Nullable File configFile;

  /** Rules to run: ids, themes, groups or <code>all</code>. */
  @Parameter(property = "perflint.select")
  private @Nullable List<String> select;

  /** Rules to leave out, in the same words. */
  @Parameter(property = "perflint.ignore")
  private @Nullable List<String> ignore;

  /** The JDK release that runs the code, from 8 on. */
  @Parameter(property = "perflint.javaVersion")
  private @Nullable Integer javaVersion;

  /**
   * From which priority on findings are reported: <code>p1</code>, <code>p2</code> or <code>p3
   * </code>.
   */
  @Parameter(property = "perflint.minPriority")
  private @Nullable String minPriority;

  /** Also report what is found in test sources. */
  @Parameter(property = "perflint.includeTests", defaultValue = "false")
  private boolean includeTests;

  /** Leave out source roots in the build's output folder, and what says that it is generated. */
  @Parameter(property = "perflint.excludeGeneratedSources", defaultValue = "true")
  private boolean excludeGeneratedSources;

  /** Look only at files whose path in reports one of these globs matches. */
  @Parameter(property = "perflint.includes")
  private @Nullable List<String> includes;

  /** Look at no files whose path in reports one of these globs matches. */
  @Parameter(property = "perflint.excludes")
  private @Nullable List<String> excludes;

  /** Threads; 0 for one a core. */
  @Parameter(property = "perflint.jobs", defaultValue = "0")
  private int jobs;

  @Override
  public String getOutputName() {
    return "perflint";
  }

  @Override
  public String getName(Locale locale) {
    return "perflint";
  }

  @Override
  public String getDescription(Locale locale) {
    return "Missed optimizations in the sources, the most urgent first.";
  }

  @Override
  public boolean canGenerateReport() {
    MavenModule module = new MavenModule(project);
    return !skip && !module.isPom() && !module.sourceRoots(true, true).isEmpty();
  }

  @Override
  protected void executeReport(Locale locale) throws MavenReportException {
    try {
      Options options =
          Options.of(
                  configFile,
                  select,
                  ignore,
                  javaVersion,
                  minPriority,
                  jobs,
                  includeTests,
                  !excludeGeneratedSources)
              .of(includes, excludes);
      Build build = new Build(session, resolver, getLog());
      Optional<ModuleScan> scan = ModuleScan.of(List.of(new MavenModule(project)), build, options);
      new SitePage(getSink(), scan.map(ModuleScan::report)).render();
    } catch (UsageException e) {
      throw new MavenReportException("perflint: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new MavenReportException("perflint: internal error: " + e, e);
    }
  }
}
