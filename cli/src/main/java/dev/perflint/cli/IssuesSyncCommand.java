package dev.perflint.cli;

import dev.perflint.report.content.Printable;
import dev.perflint.report.draft.JmhResults;
import dev.perflint.report.github.Git;
import dev.perflint.report.github.GitHubAccess;
import dev.perflint.report.github.GitHubApi;
import dev.perflint.report.github.GitHubRepository;
import dev.perflint.report.issue.DraftReader;
import dev.perflint.report.issue.IssueSync;
import dev.perflint.report.issue.SyncAction;
import dev.perflint.report.issue.SyncPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perflint issues sync}. */
@Command(
    name = "sync",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    version = PerflintCommand.VERSION_LINE,
    description =
        "Shows what would make the issues of a GitHub repository say what the drafts say.",
    footer = {
      "",
      "Without --apply nothing is changed. The token comes from GH_TOKEN or GITHUB_TOKEN and",
      "needs issues: write. GITHUB_API_URL names the API of an Enterprise server."
    })
final class IssuesSyncCommand implements Callable<Integer> {
  private final Shell shell;
  private final Function<GitHubAccess, GitHubApi> gitHub;

  @Spec private CommandSpec spec;

  @Option(
      names = "--repo",
      paramLabel = "OWNER/NAME",
      description = "The repository (default: GITHUB_REPOSITORY, else git's remote origin).")
  private @Nullable String repository;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Where the drafts are (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("perflint-issues");

  @Option(names = "--apply", description = "Do it.")
  private boolean apply;

  @Option(names = "--close-fixed", description = "Close issues of what is found no more.")
  private boolean closesFixed;

  @Option(names = "--reopen", description = "Open issues again that were closed as done.")
  private boolean reopens;

  @Option(names = "--create-labels", description = "Make labels that the repository has not.")
  private boolean createsLabels;

  @Option(
      names = "--jmh-after",
      paramLabel = "FILE",
      description = "What JMH measured after the change; fills the column Actual.")
  private @Nullable Path jmhAfter;

  IssuesSyncCommand(Shell shell, Function<GitHubAccess, GitHubApi> gitHub) {
    this.shell = shell;
    this.gitHub = gitHub;
  }

  @Override
  public Integer call() {
    DraftReader read = DraftReader.of(shell.workingDirectory().resolve(folder), folder.toString());
    GitHubRepository target =
        TargetRepository.of(
            Optional.ofNullable(repository), shell, new Git(shell.workingDirectory()));
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    IssueSync sync =
        new IssueSync(
            gitHub.apply(GitHubAccess.of(shell.environment())),
            target,
            createsLabels,
            warning -> err.println("perflint: warning: " + Printable.of(warning)));
    SyncPlan plan = plan(read, sync);
    if (!apply) {
      plan.actions().forEach(action -> out.print(line(action) + "\n"));
      if (plan.changesAnything()) {
        err.println("Nothing was changed; --apply does it.");
      }
      return ExitCode.OK;
    }
    sync.apply(plan, action -> out.print(line(action) + "\n"));
    // What was made now has a number, which others can name.
    boolean made = plan.actions().stream().anyMatch(SyncAction.Create.class::isInstance);
    if (made) {
      sync.apply(plan(read, sync), action -> {});
    }
    return ExitCode.OK;
  }

  private SyncPlan plan(DraftReader read, IssueSync sync) {
    JmhResults after = after();
    return SyncPlan.of(
        read.drafts(), read.current(), sync.published(), new SyncPlan.Wishes(closesFixed, reopens));
  }

  private JmhResults after() {
    return jmhAfter == null
        ? JmhResults.NONE
        : JmhResults.read(shell.workingDirectory().resolve(jmhAfter), jmhAfter.toString());
  }

  private static String line(SyncAction action) {
    String line;
    if (action instanceof SyncAction.Create create) {
      line = "create  " + create.draft().file() + "  " + create.draft().title();
    } else if (action instanceof SyncAction.Update update) {
      String what = update.reopens() ? "reopen  " : "update  ";
      line = what + update.draft().file() + "  #" + update.issue().number();
    } else if (action instanceof SyncAction.Close close) {
      line = "close   #" + close.issue().number() + "  " + close.issue().title();
    } else {
      SyncAction.Skip skip = (SyncAction.Skip) action;
      line = "skip    " + skip.what() + ": " + skip.why();
    }
    return Printable.of(line);
  }
}
