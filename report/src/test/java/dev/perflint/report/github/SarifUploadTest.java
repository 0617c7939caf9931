package dev.perflint.report.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perflint.UsageException;
import dev.perflint.report.Render;
import dev.perflint.report.Samples;
import dev.perflint.report.github.FakeGitHub.Answer;
import dev.perflint.report.github.SarifUpload.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SarifUploadTest {
  private static final Revision REVISION = new Revision("a".repeat(40), "refs/heads/main");

  @TempDir private Path folder;
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> states = new ArrayList<>();
  private FakeGitHub gitHub;
  private SarifUpload upload;
  private Path file;

  @BeforeEach
  void start() throws IOException {
    gitHub = new FakeGitHub(this::codeScanning);
    GitHubApi api = new GitHubApi(gitHub.access(), pauses::add, InstantSource.system());
    upload = new SarifUpload(api, GitHubRepository.of("acme/shop"));
    file = folder.resolve("perflint.sarif");
    Files.writeString(file, Render.as("sarif", Samples.shop()));
  }

  @AfterEach
  void stop() {
    gitHub.close();
  }

  private Optional<Answer> codeScanning(FakeGitHub.Request request) {
    if (request.method().equals("POST")) {
      return Optional.of(Answer.of(202, "{\"id\": \"47177e22\", \"url\": \"x\"}"));
    }
    String state = states.isEmpty() ? "pending" : states.remove(0);
    return state.equals("unknown")
        ? Optional.empty()
        : Optional.of(
            Answer.of(
                200, "{\"processing_status\": \"%s\", \"errors\": [\"bad\"]}".formatted(state)));
  }

  private SarifUpload.Uploaded upload(int seconds) {
    return upload.upload(file, "perflint.sarif", REVISION, Duration.ofSeconds(seconds));
  }

  @Test
  void theReportArrivesAsItIs() throws IOException {
    states.addAll(List.of("unknown", "pending", "complete"));

    assertThat(upload(60)).isEqualTo(new SarifUpload.Uploaded(Outcome.COMPLETE, 5));

    FakeGitHub.Request sent = gitHub.writes().get(0);
    assertThat(sent.path()).isEqualTo("/repos/acme/shop/code-scanning/sarifs");
    assertThat(sent.body().path("commit_sha").asText()).isEqualTo(REVISION.commit());
    assertThat(sent.body().path("ref").asText()).isEqualTo("refs/heads/main");
    byte[] packed = Base64.getDecoder().decode(sent.body().path("sarif").asText());
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(Files.readString(file));
    }
    assertThat(gitHub.requests())
        .extracting(FakeGitHub.Request::path)
        .endsWith("/repos/acme/shop/code-scanning/sarifs/47177e22");
    assertThat(pauses).extracting(Duration::toSeconds).containsExactly(2L, 4L, 8L);
  }

  @Test
  void whatIsNotReadInTimeMayYetBe() {
    assertThat(upload(5).outcome()).isEqualTo(Outcome.PENDING);
    assertThat(pauses).extracting(Duration::toSeconds).containsExactly(2L, 3L);
  }

  @Test
  void withoutWaitingNobodyAsks() {
    assertThat(upload(0).outcome()).isEqualTo(Outcome.PENDING);
    assertThat(gitHub.requests()).hasSize(1);
  }

  @Test
  void theErrorsOfGitHubAreTold() {
    states.add("failed");

    assertThatThrownBy(() -> upload(60)).hasMessage("GitHub cannot use the report: bad");
  }

  @Test
  void aTokenWithoutTheRightIsToldWhichOneItNeeds() {
    gitHub.answerNext(Answer.of(403, "{\"message\": \"Resource not accessible\"}"));

    assertThatThrownBy(() -> upload(60))
        .isInstanceOf(GitHubException.class)
        .hasMessageContaining("security-events: write");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"version\": \"2.1.0\"}",
        "{\"version\": \"1\", \"runs\": []}",
        "<xml>"
      })
  void whatIsNoSarifIsNotSent(String content) throws IOException {
    Files.writeString(file, content);

    assertThatThrownBy(() -> upload(60))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("cannot upload perflint.sarif: it is no ");
    assertThat(gitHub.requests()).isEmpty();
  }

  @Test
  void moreThanGitHubTakesIsNotSent() throws IOException {
    String result = "{\"message\": {\"text\": \"x\"}}";
    Files.writeString(
        file,
        "{\"version\": \"2.1.0\", \"runs\": [{\"results\": ["
            + (result + ",").repeat(25_000)
            + result
            + "]}]}");

    assertThatThrownBy(() -> upload(60))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("25001 results in a run")
        .hasMessageContaining("--min-priority p2");
    assertThat(gitHub.requests()).isEmpty();
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(file);

    assertThatThrownBy(() -> upload(60))
        .hasMessage("cannot upload perflint.sarif: there is no such file");
  }
}
