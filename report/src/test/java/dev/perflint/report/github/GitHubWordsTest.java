package dev.perflint.report.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perflint.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubWordsTest {
  private static final String A = "a".repeat(40);
  private static final String B = "b".repeat(40);
  private static final Function<List<String>, Optional<String>> NO_GIT = words -> Optional.empty();

  @ParameterizedTest
  @CsvSource({
    "git@github.com:acme/shop.git",
    "https://github.com/acme/shop",
    "https://token@github.com/acme/shop.git/",
    "ssh://git@ghe.acme.com/acme/shop.git",
  })
  void aRemoteNamesItsRepository(String remote) {
    assertThat(GitHubRepository.ofRemote(remote)).hasToString("Optional[acme/shop]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/srv/git/shop.git", "../shop", "https://github.com/a/b/c", ""})
  void otherRemotesNameNone(String remote) {
    assertThat(GitHubRepository.ofRemote(remote)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", "acme/", "acme/..", "a/b/c", "acme/sh op", "acme/shop?x", "-a/b"})
  void whatIsNoNameGetsIntoNoAddress(String text) {
    assertThatThrownBy(() -> GitHubRepository.of(text)).isInstanceOf(UsageException.class);
  }

  @Test
  void theTokenOfGhComesFirst() {
    GitHubAccess access =
        GitHubAccess.of(
            Map.of("GH_TOKEN", " a ", "GITHUB_TOKEN", "b", "GITHUB_API_URL", "https://x/api/v3/"));
    assertThat(access.token()).hasValue("a");
    assertThat(access.api()).hasToString("https://x/api/v3");
    assertThat(GitHubAccess.of(Map.of("GH_TOKEN", "", "GITHUB_TOKEN", "b")).token()).hasValue("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://ghe.acme.com", "ftp://x", "not an address", "//x"})
  void aTokenIsSentOverTlsOnly(String address) {
    assertThatThrownBy(() -> GitHubAccess.of(Map.of("GITHUB_API_URL", address)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("GITHUB_API_URL");
  }

  @Test
  void optionsComeBeforeTheServerAndTheServerBeforeGit() {
    Map<String, String> server = Map.of("GITHUB_SHA", A, "GITHUB_REF", "refs/pull/7/merge");
    Function<List<String>, Optional<String>> git =
        words -> Optional.of(words.get(0).equals("rev-parse") ? B : "refs/heads/topic");

    assertThat(Revision.of(Optional.empty(), Optional.empty(), server, git))
        .isEqualTo(new Revision(A, "refs/pull/7/merge"));
    assertThat(Revision.of(Optional.of(B), Optional.of("main"), server, git))
        .isEqualTo(new Revision(B, "refs/heads/main"));
    assertThat(Revision.of(Optional.empty(), Optional.empty(), Map.of("GITHUB_SHA", A), git))
        .isEqualTo(new Revision(B, "refs/heads/topic"));
  }

  @Test
  void otherServersNameTheirBranchesInOtherWays() {
    Map<String, String> jenkins = Map.of("GIT_COMMIT", A, "GIT_BRANCH", "origin/release/1");

    assertThat(Revision.of(Optional.empty(), Optional.empty(), jenkins, NO_GIT))
        .isEqualTo(new Revision(A, "refs/heads/release/1"));
  }

  @Test
  void withoutAnyWordTheOptionIsNamed() {
    assertThatThrownBy(() -> Revision.of(Optional.empty(), Optional.empty(), Map.of(), NO_GIT))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--commit");
    assertThatThrownBy(() -> Revision.of(Optional.of(A), Optional.empty(), Map.of(), NO_GIT))
        .hasMessageContaining("--ref");
    assertThatThrownBy(() -> new Revision("abc123", "refs/heads/main"))
        .hasMessageContaining("40 hexadecimal digits");
    assertThatThrownBy(() -> new Revision(A, "refs/heads/a b")).hasMessageContaining("refs/heads/");
  }
}
