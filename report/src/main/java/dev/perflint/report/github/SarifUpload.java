package dev.perflint.report.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perflint.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a SARIF report to code scanning and waits until GitHub has read it. */
public final class SarifUpload {
  private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
  private static final Duration LONGEST_REST = Duration.ofSeconds(15);

  /** What became of an upload. */
  public enum Outcome {
    /** GitHub has read it. */
    COMPLETE,
    /** GitHub had not read it when the time was over; it may yet. */
    PENDING
  }

  /**
   * @param results how many were sent
   */
  public record Uploaded(Outcome outcome, int results) {}

  private final GitHubApi api;
  private final GitHubRepository repository;

  public SarifUpload(GitHubApi api, GitHubRepository repository) {
    this.api = api;
    this.repository = repository;
  }

  /**
   * @param file absolute
   * @param shown how the user knows it
   * @param wait how long until GitHub has read it
   * @throws UsageException for a file that GitHub would refuse
   * @throws GitHubException when GitHub refuses it all the same, or finds errors in it
   */
  public Uploaded upload(Path file, String shown, Revision revision, Duration wait) {
    SarifFile sarif = SarifFile.read(file, shown);
    Map<String, String> body = new LinkedHashMap<>();
    body.put("commit_sha", revision.commit());
    body.put("ref", revision.ref());
    body.put("sarif", sarif.encoded());
    body.put("tool_name", "perflint");
    String path = repository.path() + "/code-scanning/sarifs";
    String id = api.post(path, body).path("id").asText("");
    Outcome outcome =
        id.isEmpty() || wait.isZero() ? Outcome.PENDING : processed(path + "/" + id, wait);
    return new Uploaded(outcome, sarif.results());
  }

  private Outcome processed(String path, Duration wait) {
    Duration left = wait;
    Duration rest = FIRST_LOOK;
    while (true) {
      rest = rest.compareTo(left) > 0 ? left : rest;
      api.rest(rest);
      left = left.minus(rest);
      Optional<JsonNode> status = status(path);
      String word = status.map(s -> s.path("processing_status").asText("")).orElse("pending");
      if (word.equals("complete")) {
        return Outcome.COMPLETE;
      }
      if (word.equals("failed")) {
        throw new GitHubException(200, "GitHub cannot use the report: " + errors(status.get()));
      }
      if (left.isZero()) {
        return Outcome.PENDING;
      }
      rest = rest.multipliedBy(2).compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest.multipliedBy(2);
    }
  }

  /** Empty while GitHub does not know of the upload yet. */
  private Optional<JsonNode> status(String path) {
    try {
      return Optional.of(api.get(path));
    } catch (GitHubException e) {
      if (e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static String errors(JsonNode status) {
    List<String> errors = new ArrayList<>();
    status.path("errors").forEach(error -> errors.add(error.asText()));
    return errors.isEmpty() ? "it does not say why" : String.join("; ", errors);
  }
}
