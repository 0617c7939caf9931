package dev.perflint.report.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perflint.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * A SARIF log that code scanning takes.
 *
 * @param encoded gzip, then Base64
 */
record SarifFile(String encoded, int results) {
  /** Of the compressed file, in bytes; this and the others are GitHub's limits. */
  private static final int MAX_SIZE = 10 << 20;

  private static final int MAX_RUNS = 20;
  private static final int MAX_RESULTS = 25_000;
  private static final int MAX_RULES = 25_000;

  /**
   * @param shown how the user knows the file
   * @throws UsageException when it cannot be read, is no SARIF or more than GitHub takes
   */
  static SarifFile read(Path file, String shown) {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      String reason = Files.exists(file) ? "it cannot be read" : "there is no such file";
      throw new UsageException("cannot upload " + shown + ": " + reason, e);
    }
    int results = results(content, shown);
    byte[] compressed = compressed(content);
    if (compressed.length > MAX_SIZE) {
      throw tooLarge(shown, "%.1f MB".formatted(compressed.length / 1e6), "10 MB, compressed");
    }
    return new SarifFile(Base64.getEncoder().encodeToString(compressed), results);
  }

  private static int results(byte[] content, String shown) {
    JsonNode log;
    try {
      log = JsonMapper.builder().build().readTree(content);
    } catch (JsonProcessingException e) {
      throw new UsageException("cannot upload " + shown + ": it is no JSON", e);
    } catch (IOException e) {
      throw new UsageException("cannot upload " + shown + ": it cannot be read", e);
    }
    JsonNode runs = log.path("runs");
    if (!log.path("version").asText("").equals("2.1.0") || !runs.isArray()) {
      throw new UsageException("cannot upload " + shown + ": it is no SARIF log, version 2.1.0");
    }
    limit(runs.size(), MAX_RUNS, "runs", shown);
    int results = 0;
    for (JsonNode run : runs) {
      limit(run.path("results").size(), MAX_RESULTS, "results in a run", shown);
      limit(run.at("/tool/driver/rules").size(), MAX_RULES, "rules in a run", shown);
      results += run.path("results").size();
    }
    return results;
  }

  private static void limit(int size, int limit, String what, String shown) {
    if (size > limit) {
      throw tooLarge(shown, size + " " + what, limit + "");
    }
  }

  private static UsageException tooLarge(String shown, String size, String limit) {
    return new UsageException(
        "cannot upload %s: it has %s, and GitHub takes %s; report less (--min-priority p2), or scan parts of the repository by themselves, each with a category of its own"
            .formatted(shown, size, limit));
  }

  private static byte[] compressed(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }
}
