package dev.perflint.cli;

import dev.perflint.UsageException;
import dev.perflint.report.content.Counts;
import dev.perflint.report.content.Printable;
import dev.perflint.report.github.Git;
import dev.perflint.report.github.GitHubAccess;
import dev.perflint.report.github.GitHubApi;
import dev.perflint.report.github.GitHubRepository;
import dev.perflint.report.github.Revision;
import dev.perflint.report.github.SarifUpload;
import dev.perflint.report.github.SarifUpload.Outcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perflint upload FILE.sarif}. */
@Command(
    name = "upload",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    version = PerflintCommand.VERSION_LINE,
    description = "Uploads a SARIF report to GitHub's code scanning.",
    footer = {
      "",
      "The token comes from GH_TOKEN or GITHUB_TOKEN and needs security-events: write.",
      "GITHUB_API_URL names the API of an Enterprise server."
    })
final class UploadCommand implements Callable<Integer> {
  private final Shell shell;
  private final Function<GitHubAccess, GitHubApi> gitHub;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The report, from scan --output sarif=FILE.")
  private Path file;

  @Option(
      names = "--repo",
      paramLabel = "OWNER/NAME",
      description = "The repository (default: GITHUB_REPOSITORY, else git's remote origin).")
  private @Nullable String repository;

  @Option(
      names = "--commit",
      paramLabel = "SHA",
      description = "What was scanned (default: what the build server or git says).")
  private @Nullable String commit;

  @Option(
      names = "--ref",
      paramLabel = "REF",
      description = "Its branch or pull request, refs/heads/main (default: likewise).")
  private @Nullable String ref;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "How long to wait until GitHub has read it (default: ${DEFAULT-VALUE}).")
  private int wait = 120;

  UploadCommand(Shell shell, Function<GitHubAccess, GitHubApi> gitHub) {
    this.shell = shell;
    this.gitHub = gitHub;
  }

  @Override
  public Integer call() {
    if (wait < 0) {
      throw new UsageException("--wait takes seconds, 0 or more, not " + wait);
    }
    Git git = new Git(shell.workingDirectory());
    GitHubRepository target = TargetRepository.of(Optional.ofNullable(repository), shell, git);
    Revision revision =
        Revision.of(
            Optional.ofNullable(commit), Optional.ofNullable(ref), shell.environment(), git::ask);
    GitHubApi api = gitHub.apply(GitHubAccess.of(shell.environment()));
    SarifUpload.Uploaded uploaded =
        new SarifUpload(api, target)
            .upload(
                shell.workingDirectory().resolve(file),
                file.toString(),
                revision,
                Duration.ofSeconds(wait));
    String what =
        "Uploaded "
            + Counts.findings(uploaded.results())
            + " of "
            + Printable.of(revision.ref())
            + " at "
            + revision.commit().substring(0, 7)
            + " to "
            + target;
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        uploaded.outcome() == Outcome.COMPLETE
            ? what + "; they are in its code scanning now"
            : what + "; GitHub has not read them yet");
    return ExitCode.OK;
  }
}
