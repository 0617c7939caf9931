package dev.perflint.maven;

import dev.perflint.UsageException;
import dev.perflint.config.FailOn;
import dev.perflint.model.Priority;
import dev.perflint.report.content.Counts;
import dev.perflint.report.draft.Dialect;
import dev.perflint.report.draft.DraftFolder;
import dev.perflint.report.draft.DraftSettings;
import dev.perflint.report.draft.Drafts;
import dev.perflint.report.draft.IssueTemplate;
import dev.perflint.report.draft.JfrProfile;
import dev.perflint.report.draft.JmhResults;
import dev.perflint.report.draft.SourceLinks;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Scans all modules of the build as one program and writes drafts of issues for what it finds, as
 * <code>perflint issues draft</code> does. Never fails a build for findings.
 */
@Mojo(name = "issues", aggregator = true, requiresProject = false, threadSafe = true)
public final class IssuesMojo extends ScanningMojo {
  /** Where the drafts go. */
  @Parameter(
      property = "perflint.issuesDirectory",
      defaultValue = "${session.executionRootDirectory}/perflint-issues")
  private File issuesDirectory;

  /** Drafts at most; the index lists the others. */
  @Parameter(property = "perflint.maxIssues", defaultValue = "10")
  private int maxIssues;

  /** Whose markup they are in: <code>github</code>, <code>gitlab</code> or <code>jira</code>. */
  @Parameter(property = "perflint.issueFormat", defaultValue = "github")
  private String issueFormat;

  /** A template of your own, in mustache. */
  @Parameter(property = "perflint.issueTemplate")
  private @Nullable File issueTemplate;

  /** Baselines that JMH measured. */
  @Parameter(property = "perflint.jmhResults")
  private @Nullable File jmhResults;

  /** What the flight recorder of the JDK recorded of the application. */
  @Parameter(property = "perflint.profile")
  private @Nullable File profile;

  @Override
  Optional<ModuleScan> scan(Options options) {
    return Reactor.scan(build(), options);
  }

  @Override
  Optional<FailOn> failOnByDefault() {
    return Optional.of(FailOn.NEVER);
  }

  @Override
  void write(ModuleScan scan, ReportFiles reports) {
    if (maxIssues < 1) {
      throw new UsageException("maxIssues must be at least 1, not " + maxIssues);
    }
    Dialect dialect = Options.dialect(issueFormat);
    Path base = scan.base();
    DraftSettings settings =
        new DraftSettings(
            base,
            maxIssues,
            Priority.P2,
            scan.configuration().issues(),
            dialect,
            SourceLinks.ofCheckout(base, dialect),
            jmhResults == null
                ? JmhResults.NONE
                : JmhResults.read(jmhResults.toPath(), jmhResults.toString()),
            profile == null ? JfrProfile.NONE : JfrProfile.of(profile.toPath(), profile.toString()),
            Optional.ofNullable(issueTemplate)
                .map(file -> IssueTemplate.read(file.toPath(), file.toString())));
    Drafts drafts = Drafts.of(scan.report(), scan.fixes(), settings);
    DraftFolder folder = new DraftFolder(issuesDirectory.toPath(), issuesDirectory.toString());
    int written = folder.write(drafts).written();
    getLog().info("perflint: " + Counts.of(written, "draft") + " in " + issuesDirectory);
  }
}
