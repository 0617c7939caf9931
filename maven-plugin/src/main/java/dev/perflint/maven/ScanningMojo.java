package dev.perflint.maven;

import dev.perflint.ScanReport;
import dev.perflint.UsageException;
import dev.perflint.config.FailOn;
import dev.perflint.report.content.Counts;
import dev.perflint.report.sarif.SarifReport;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that scan, write reports and judge. */
abstract class ScanningMojo extends AbstractMojo {
  private static final String BASEDIR = "${project.basedir}";

  @Inject private ProjectDependenciesResolver resolver;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** Do nothing. */
  @Parameter(property = "perflint.skip", defaultValue = "false")
  private boolean skip;

  /**
   * From which priority on findings count as violations: <code>p1</code>, <code>p2</code>, <code>p3
   * </code> or <code>never</code>. Unset, <code>scan</code> never fails; for the other goals <code>
   * fail-on</code> of <code>perflint.yml</code> decides, else it is <code>p1</code>.
   */
  @Parameter(property = "perflint.failOn")
  private @Nullable String failOn;

  /** Whether too many violations fail the build; else they are told and that is all. */
  @Parameter(property = "perflint.failOnViolation", defaultValue = "true")
  private boolean failOnViolation;

  /** How many violations the build bears. */
  @Parameter(property = "perflint.maxAllowedViolations", defaultValue = "0")
  private int maxAllowedViolations;

  /**
   * The configuration. Unset, it is the nearest <code>perflint.yml</code> at or above the module,
   * up to the root of the repository.
   */
  @Parameter(property = "perflint.configFile")
  private @Nullable File configFile;

  /**
   * Rules to run: ids, themes, groups or <code>all</code>. Unset, those that the configuration
   * selects, else the group <code>default</code>.
   */
  @Parameter(property = "perflint.select")
  private @Nullable List<String> select;

  /** Rules to leave out, in the same words. */
  @Parameter(property = "perflint.ignore")
  private @Nullable List<String> ignore;

  /**
   * The JDK release that runs the code, from 8 on. Unset, it is what the project's files say (base
   * image, tool versions), else what the compiler compiles for.
   */
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

  /** Where the reports go. */
  @Parameter(
      property = "perflint.outputDirectory",
      defaultValue = "${project.build.directory}/perflint")
  private File outputDirectory;

  /** The reports to write, in the words of the command line, e.g. <code>sarif</code>. */
  @Parameter(property = "perflint.formats", defaultValue = "sarif,json")
  private @Nullable List<String> formats;

  /** What tells a SARIF report from others of the same commit. */
  @Parameter(property = "perflint.sarifCategory", defaultValue = SarifReport.CATEGORY)
  private String sarifCategory;

  /** Tell each finding in the log. */
  @Parameter(property = "perflint.consoleOutput", defaultValue = "true")
  private boolean consoleOutput;

  /** Say nothing but what fails the build. */
  @Parameter(property = "perflint.quiet", defaultValue = "false")
  private boolean quiet;

  /** Threads; 0 for one a core. */
  @Parameter(property = "perflint.jobs", defaultValue = "0")
  private int jobs;

  /** Fail when a file could not be analysed or a rule crashed on it. */
  @Parameter(property = "perflint.strict", defaultValue = "false")
  private boolean strict;

  /** Scans what the goal is for; empty when there are no sources. */
  abstract Optional<ModuleScan> scan(Options options);

  /** Writes what the goal leaves behind. */
  void write(ModuleScan scan, ReportFiles reports) {
    reports.write(scan.report(), getLog());
  }

  /** What holds where the goal's <code>failOn</code> says nothing. */
  Optional<FailOn> failOnByDefault() {
    return Optional.empty();
  }

  final Build build() {
    return new Build(session, resolver, getLog());
  }

  final MavenProject project() {
    return project;
  }

  /** Without a pom nobody replaces the placeholder in the default. */
  private Path reportFolder() {
    String path = outputDirectory.getPath();
    int placeholder = path.indexOf(BASEDIR);
    return placeholder < 0
        ? outputDirectory.toPath()
        : Path.of(
            session.getExecutionRootDirectory() + path.substring(placeholder + BASEDIR.length()));
  }

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("perflint: skipped");
      return;
    }
    try {
      scanAndJudge();
    } catch (UsageException e) {
      throw new MojoExecutionException("perflint: " + e.getMessage(), e);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new MojoExecutionException("perflint: internal error: " + e, e);
    }
  }

  private void scanAndJudge() throws MojoExecutionException, MojoFailureException {
    if (maxAllowedViolations < 0) {
      throw new UsageException("maxAllowedViolations must be 0 or more");
    }
    Optional<FailOn> asked = Options.failOn(failOn).or(this::failOnByDefault);
    ReportFiles files = new ReportFiles(reportFolder(), Options.formats(formats), sarifCategory);
    Optional<ModuleScan> scan = scan(options());
    if (scan.isEmpty()) {
      getLog().info("perflint: no Java sources, nothing to scan");
      return;
    }
    ScanReport report = scan.get().report();
    FailOn failing = FailOn.of(asked, scan.get().configuration());
    Verdict verdict = Verdict.of(report, failing, maxAllowedViolations);
    write(scan.get(), files);
    tell(report, verdict);
    long lost = report.notices().stream().filter(notice -> notice.kind().losesCode()).count();
    if (strict && lost > 0) {
      throw new MojoExecutionException(
          "perflint: %s about code that was not analysed, and perflint.strict is set"
              .formatted(Counts.of(lost, "notice")));
    }
    if (verdict.isTooMany() && failOnViolation) {
      throw new MojoFailureException(verdict.message(files.folder()));
    }
  }

  private Options options() {
    return Options.of(
            configFile,
            select,
            ignore,
            javaVersion,
            minPriority,
            jobs,
            includeTests,
            !excludeGeneratedSources)
        .of(includes, excludes);
  }

  private void tell(ScanReport report, Verdict verdict) {
    if (quiet) {
      return;
    }
    Console console = new Console(getLog());
    if (consoleOutput) {
      console.findings(report.findings(), verdict, failOnViolation);
    }
    console.notices(report.notices());
    console.summary(report);
  }
}
