package dev.perflint.report.github;

import dev.perflint.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The state of a repository that a report is about.
 *
 * @param commit 40 hexadecimal digits
 * @param ref {@code refs/heads/main}, {@code refs/pull/1/merge}, {@code refs/tags/v1}
 */
public record Revision(String commit, String ref) {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final Pattern REF =
      Pattern.compile("refs/(?:heads|tags|pull)/[^\\s~^:?*\\[\\\\]+");

  /** Variables that build servers set: of the commit, of the ref. */
  private static final List<List<String>> VARIABLES =
      List.of(
          List.of("GITHUB_SHA", "GITHUB_REF"),
          List.of("BUILD_SOURCEVERSION", "BUILD_SOURCEBRANCH"),
          List.of("CIRCLE_SHA1", "CIRCLE_BRANCH"),
          List.of("GIT_COMMIT", "GIT_BRANCH"));

  public Revision {
    if (!COMMIT.matcher(commit).matches()) {
      throw new UsageException("a commit has 40 hexadecimal digits; this has not: " + commit);
    }
    if (!REF.matcher(ref).matches()) {
      throw new UsageException(
          "a ref is refs/heads/NAME, refs/tags/NAME or refs/pull/NUMBER/merge, not " + ref);
    }
  }

  /**
   * What was asked for, else what a build server says, else what git says. The server's words count
   * together or not at all: one commit and the branch of another make no revision.
   *
   * @param git answers a command of git with its first line
   * @throws UsageException when nobody knows
   */
  public static Revision of(
      Optional<String> commit,
      Optional<String> ref,
      Map<String, String> environment,
      Function<List<String>, Optional<String>> git) {
    List<String> server =
        VARIABLES.stream()
            .filter(names -> names.stream().allMatch(name -> isSet(name, environment)))
            .findFirst()
            .map(names -> names.stream().map(environment::get).toList())
            .orElse(List.of());
    Optional<String> foundCommit =
        commit
            .or(() -> server.stream().findFirst())
            .or(() -> git.apply(List.of("rev-parse", "HEAD")));
    Optional<String> foundRef =
        ref.or(() -> server.stream().skip(1).findFirst())
            .or(() -> git.apply(List.of("symbolic-ref", "HEAD")));
    return new Revision(
        foundCommit.orElseThrow(() -> unknown("commit", "--commit")),
        foundRef.map(Revision::full).orElseThrow(() -> unknown("ref", "--ref")));
  }

  private static boolean isSet(String name, Map<String, String> environment) {
    return !environment.getOrDefault(name, "").isEmpty();
  }

  /** Some servers give the name of the branch alone, or as a remote's. */
  private static String full(String ref) {
    if (ref.startsWith("refs/")) {
      return ref;
    }
    return "refs/heads/" + (ref.startsWith("origin/") ? ref.substring("origin/".length()) : ref);
  }

  private static UsageException unknown(String what, String option) {
    return new UsageException(
        "nothing says which %s the report is about; use %s".formatted(what, option));
  }
}
