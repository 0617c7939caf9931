package dev.perflint.report.github;

import java.time.InstantSource;

/** A client that does not wait. */
public final class TestApi {
  private TestApi() {}

  public static GitHubApi of(GitHubAccess access) {
    return new GitHubApi(access, time -> {}, InstantSource.system());
  }
}
