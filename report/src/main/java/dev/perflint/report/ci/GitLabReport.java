package dev.perflint.report.ci;

import dev.perflint.ScanReport;
import dev.perflint.model.Finding;
import dev.perflint.model.Priority;
import dev.perflint.report.json.JsonOutput;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The {@code gitlab} report: code quality, in the form of Code Climate, as GitLab reads it from an
 * artifact of a job.
 */
public final class GitLabReport {
  /** What Code Climate wants of an issue; GitLab reads the last five. */
  private record Entry(
      String type,
      String engine_name,
      List<String> categories,
      String check_name,
      String description,
      String fingerprint,
      String severity,
      Place location) {}

  private record Place(String path, Lines lines) {}

  private record Lines(int begin, int end) {}

  /** Writes the whole report; neither flushes nor closes. */
  public void write(ScanReport report, Writer out) throws IOException {
    Map<String, Integer> seen = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Finding finding : report.findings()) {
      // GitLab shows one of several entries with the same fingerprint.
      String key = finding.rule() + "\n" + finding.location().path() + "\n" + finding.contentKey();
      int number = seen.merge(key, 1, Integer::sum);
      entries.add(entry(finding, fingerprint(number == 1 ? key : key + "\n" + number)));
    }
    JsonOutput.withNulls().write(entries, out);
  }

  private static Entry entry(Finding finding, String fingerprint) {
    return new Entry(
        "issue",
        "perflint",
        List.of("Performance"),
        finding.rule().value(),
        String.join(" ", Sentences.of(finding)),
        fingerprint,
        severity(finding.priority()),
        new Place(
            finding.location().path(),
            new Lines(
                finding.location().region().startLine(), finding.location().region().endLine())));
  }

  private static String severity(Priority priority) {
    return switch (priority) {
      case P1 -> "critical";
      case P2 -> "major";
      case P3 -> "minor";
    };
  }

  private static String fingerprint(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }
}
