package dev.perflint.report.github;

import dev.perflint.UsageException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A repository by its owner and name, both of which are safe in an address. */
public record GitHubRepository(String owner, String name) {
  private static final Pattern BOTH =
      Pattern.compile("([A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))/([A-Za-z0-9._-]{1,100})");

  /**
   * Of GitHub or an Enterprise server: {@code git@host:owner/name.git} and addresses with a scheme.
   */
  private static final Pattern REMOTE =
      Pattern.compile("(?:[a-z+]+://[^/]+/|[^/@]+@[^/:]+:)(.+?)(?:\\.git)?/?");

  /**
   * @throws UsageException when it is not {@code OWNER/NAME}
   */
  public static GitHubRepository of(String text) {
    Matcher both = BOTH.matcher(text);
    if (!both.matches() || both.group(2).chars().allMatch(c -> c == '.')) {
      throw new UsageException("a repository is OWNER/NAME, not '" + text + "'");
    }
    return new GitHubRepository(both.group(1), both.group(2));
  }

  /** The one that a remote of git points to; empty for a path or anything else. */
  public static Optional<GitHubRepository> ofRemote(String url) {
    Matcher remote = REMOTE.matcher(url.strip());
    if (!remote.matches()) {
      return Optional.empty();
    }
    Matcher both = BOTH.matcher(remote.group(1));
    return both.matches()
        ? Optional.of(new GitHubRepository(both.group(1), both.group(2)))
        : Optional.empty();
  }

  /** The path of the API that everything of the repository stands below. */
  String path() {
    return "/repos/" + owner + "/" + name;
  }

  @Override
  public String toString() {
    return owner + "/" + name;
  }
}
