package dev.perflint.maven;

import dev.perflint.ScanReport;
import dev.perflint.UsageException;
import dev.perflint.report.ReportFormat;
import dev.perflint.report.ReportFormats;
import dev.perflint.report.content.Counts;
import dev.perflint.report.file.ResultFile;
import dev.perflint.report.text.TextOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;

/** The report files of a scan, in a folder that is made for them. */
record ReportFiles(Path folder, List<String> formats, String sarifCategory) {
  /** Where the name is not {@code perflint.FORMAT}. */
  private static final Map<String, String> NAMES =
      Map.of(
          "text", "perflint.txt",
          "compact", "perflint-compact.txt",
          "github", "perflint-github.txt",
          "gitlab", "perflint-gitlab.json",
          "checkstyle", "perflint-checkstyle.xml",
          "junit", "perflint-junit.xml",
          "markdown", "perflint.md");

  /**
   * @throws UsageException when one cannot be written
   */
  void write(ScanReport report, Log log) {
    if (formats.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UsageException("cannot make the folder " + folder + ": " + e.getMessage(), e);
    }
    for (String id : formats) {
      ReportFormat format = ReportFormats.byId(id, TextOptions.PLAIN, sarifCategory).orElseThrow();
      Path file = folder.resolve(name(id));
      new ResultFile(file, file.toString()).write(out -> format.write(report, out));
      int omitted = format.omitted(report);
      if (omitted > 0) {
        log.warn("the " + Counts.of(omitted) + " least urgent findings do not fit into " + file);
      }
    }
  }

  static String name(String format) {
    return NAMES.getOrDefault(format, "perflint." + format);
  }
}
