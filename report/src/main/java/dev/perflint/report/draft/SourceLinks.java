package dev.perflint.report.draft;

import dev.perflint.report.github.Git;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a repository's files are shown.
 *
 * @param base with a slash at its end; empty when it is not known
 */
public record SourceLinks(String base) {
  public static final SourceLinks NONE = new SourceLinks("");

  private static final Pattern REMOTE =
      Pattern.compile(
          "(?:(?:https?|ssh)://(?:[^@/]+@)?([^/:]+)(?::[0-9]+)?/|[^/@]+@([^/:]+):)(.+?)(?:\\.git)?/?");

  public SourceLinks {
    base = base.isEmpty() || base.endsWith("/") ? base : base + "/";
  }

  /**
   * Of a commit in the repository that git's remote points to.
   *
   * @param remote may hold a token, which is left out
   */
  public static SourceLinks of(String remote, String commit, Dialect dialect) {
    Matcher matcher = REMOTE.matcher(remote.strip());
    if (!matcher.matches() || dialect == Dialect.JIRA) {
      return NONE;
    }
    String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    String blob = dialect == Dialect.GITLAB ? "/-/blob/" : "/blob/";
    return new SourceLinks("https://" + host + "/" + matcher.group(3) + blob + commit + "/");
  }

  /** Of the commit that a folder is at, where its repository has a remote. */
  public static SourceLinks ofCheckout(Path folder, Dialect dialect) {
    Git git = new Git(folder);
    Optional<String> remote = git.ask(List.of("remote", "get-url", "origin"));
    Optional<String> commit = git.ask(List.of("rev-parse", "HEAD"));
    return remote.isPresent() && commit.isPresent()
        ? of(remote.get(), commit.get(), dialect)
        : NONE;
  }

  /** Empty when it is not known. */
  String to(String path, int first, int last) {
    if (base.isEmpty()) {
      return "";
    }
    try {
      String encoded = new URI(null, null, "/" + path, null).getRawPath().substring(1);
      String safe = encoded.replace("(", "%28").replace(")", "%29");
      String end = last > first ? (base.contains("/-/blob/") ? "-" : "-L") + last : "";
      return base + safe + "#L" + first + end;
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
