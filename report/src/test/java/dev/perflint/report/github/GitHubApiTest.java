package dev.perflint.report.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perflint.report.github.FakeGitHub.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubApiTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000_000);
  private static final Answer DROPPED = Answer.of(0, "");

  private final List<Duration> pauses = new ArrayList<>();
  private FakeGitHub gitHub;
  private GitHubApi api;

  @BeforeEach
  void start() throws IOException {
    gitHub = new FakeGitHub(request -> Optional.of(Answer.of(200, "{\"ok\": true}")));
    api = new GitHubApi(gitHub.access(), pauses::add, () -> NOW);
  }

  @AfterEach
  void stop() {
    gitHub.close();
  }

  @Test
  void theTokenIsSentAndNeverShown() {
    assertThat(api.get("/a").path("ok").asBoolean()).isTrue();
    assertThat(gitHub.requests().get(0).token()).hasValue("Bearer " + FakeGitHub.TOKEN);
    assertThat(gitHub.access().toString()).doesNotContain(FakeGitHub.TOKEN);

    gitHub.answerNext(Answer.of(400, "{\"message\": \"bad " + FakeGitHub.TOKEN + "\"}"));
    assertThatThrownBy(() -> api.get("/a")).hasMessageContaining("bad ***");
  }

  @Test
  void whatDoesTheSameTwiceIsTriedAgain() {
    gitHub.answerNext(Answer.of(502, "<html>"), Answer.of(500, ""));
    assertThat(api.get("/a").path("ok").asBoolean()).isTrue();
    gitHub.answerNext(Answer.of(503, ""));
    assertThat(api.patch("/a", Map.of()).path("ok").asBoolean()).isTrue();

    assertThat(gitHub.requests()).hasSize(5);
    assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 1L);
  }

  @Test
  void aQuestionSurvivesConnectionsThatBreak() {
    gitHub.answerNext(DROPPED, DROPPED, DROPPED);

    assertThat(api.get("/a").path("ok").asBoolean()).isTrue();
    assertThat(gitHub.requests()).hasSize(4);
    assertThat(pauses).isNotEmpty();
  }

  @Test
  void itGivesUpInTheEnd() {
    Answer broken = Answer.of(500, "");
    gitHub.answerNext(broken, broken, broken, broken);

    assertThatThrownBy(() -> api.get("/a"))
        .isInstanceOf(GitHubException.class)
        .hasMessage("GitHub refused GET /api/v3/a (500): GitHub has a problem; try again later");
    assertThat(gitHub.requests()).hasSize(4);
  }

  /** It may have been done, and doing it again would do it twice. */
  @Test
  void whatMakesSomethingIsNotSentAgainAfterAFailure() {
    gitHub.answerNext(Answer.of(502, ""));
    assertThatThrownBy(() -> api.post("/a", Map.of())).isInstanceOf(GitHubException.class);
    gitHub.answerNext(DROPPED);
    assertThatThrownBy(() -> api.post("/a", Map.of()))
        .isInstanceOf(GitHubException.class)
        .hasMessageStartingWith("no answer from 127.0.0.1: ");

    assertThat(gitHub.requests()).hasSize(2);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aRefusedRequestWasNotDoneSoThatItMayBeSentAgain() {
    gitHub.answerNext(Answer.of(403, "{}").with("retry-after", "7"));
    assertThat(api.post("/a", Map.of()).path("ok").asBoolean()).isTrue();

    assertThat(pauses).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void theEndOfALimitIsWaitedFor() {
    gitHub.answerNext(
        Answer.of(403, "{}")
            .with("x-ratelimit-remaining", "0")
            .with("x-ratelimit-reset", String.valueOf(NOW.getEpochSecond() + 90)),
        Answer.of(429, "{}"));
    api.get("/a");

    assertThat(pauses).containsExactly(Duration.ofSeconds(91), Duration.ofMinutes(2));
  }

  @Test
  void aLongWaitIsLeftToTheUser() {
    gitHub.answerNext(Answer.of(429, "{}").with("retry-after", "3000"));

    assertThatThrownBy(() -> api.get("/a"))
        .hasMessage("GitHub takes no more requests for 51 minutes; run it again then");
    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | the token in GH_TOKEN or GITHUB_TOKEN is not valid",
        "403 | it needs the permission issues: write",
        "404 | there is no such repository, or the token may not see it",
        "410 | issues are switched off in this repository",
        "422 | it is not valid; it says: Validation Failed, body is too long, title missing",
        "301 | the repository has moved",
      })
  void aRefusalSaysWhatToDo(int status, String text) {
    gitHub.answerNext(
        Answer.of(
            status,
            """
            {"message": "Validation Failed",
             "errors": [{"message": "body is too long"}, {"field": "title", "code": "missing"}]}
            """));
    GitHubException refused =
        catchThrowableOfType(GitHubException.class, () -> api.post("/repos/a/b/issues", Map.of()));

    assertThat(refused).hasMessageContaining(text).hasMessageContaining("(" + status + ")");
    assertThat(refused.status()).isEqualTo(status);
    assertThat(gitHub.requests()).hasSize(1);
  }

  @Test
  void allPagesOfAListAreRead() throws IOException {
    gitHub.answerNext(
        Answer.of(200, "[1, 2]")
            .with("Link", "<" + gitHub.uri() + "/list?page=2>; rel=\"next\", <x>; rel=\"last\""),
        Answer.of(200, "[3]").with("Link", "<" + gitHub.uri() + "/list>; rel=\"first\""));

    assertThat(api.pages("/list")).extracting(node -> node.asInt()).containsExactly(1, 2, 3);
    assertThat(gitHub.requests())
        .extracting(FakeGitHub.Request::path)
        .containsExactly("/list", "/list?page=2");
  }

  @Test
  void aPageOfAnotherServerDoesNotGetTheToken() {
    gitHub.answerNext(
        Answer.of(200, "[1]").with("Link", "<https://elsewhere.example/x>; rel=\"next\""));

    assertThat(api.pages("/list")).hasSize(1);
  }

  @Test
  void whatIsNoJsonIsNoAnswer() {
    gitHub.answerNext(Answer.of(200, "<html>"));

    assertThatThrownBy(() -> api.get("/a"))
        .hasMessage("127.0.0.1 answered with something that is no JSON");
  }

  @Test
  void anUnreachableServerIsSaidSo() {
    URI nowhere = gitHub.uri();
    gitHub.close();
    GitHubApi lost =
        new GitHubApi(new GitHubAccess(nowhere, Optional.empty()), pauses::add, () -> NOW);

    assertThatThrownBy(() -> lost.post("/a", Map.of()))
        .hasMessageStartingWith("no answer from 127.0.0.1: ");
    // Nothing was sent, so that it could be tried again.
    assertThat(pauses).hasSize(3);
  }
}
