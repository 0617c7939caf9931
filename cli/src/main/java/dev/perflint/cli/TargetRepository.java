package dev.perflint.cli;

import dev.perflint.UsageException;
import dev.perflint.report.github.Git;
import dev.perflint.report.github.GitHubRepository;
import java.util.List;
import java.util.Optional;

/** Which repository of GitHub a command is about. */
final class TargetRepository {
  private TargetRepository() {}

  /**
   * The named one, else that of the build server, else that of git's remote.
   *
   * @throws UsageException when nobody knows
   */
  static GitHubRepository of(Optional<String> named, Shell shell, Git git) {
    Optional<String> server =
        Optional.ofNullable(shell.environment().get("GITHUB_REPOSITORY"))
            .filter(text -> !text.isEmpty());
    return named
        .or(() -> server)
        .map(GitHubRepository::of)
        .or(
            () ->
                git.ask(List.of("remote", "get-url", "origin")).flatMap(GitHubRepository::ofRemote))
        .orElseThrow(
            () ->
                new UsageException(
                    "nothing says which repository is meant; use --repo OWNER/NAME"));
  }
}
