package dev.perflint.cli;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import dev.perflint.ScanReport;
import dev.perflint.UsageException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A report that goes to a file. Whoever reads the file sees the old report or the new one, never
 * half of one.
 *
 * @param file as given, relative to the working directory
 */
record OutputFile(Format format, Path file) {

  /**
   * Replaces the file; its folder must exist.
   *
   * @throws UsageException when the file cannot be written; it is then as it was before
   */
  void write(ScanReport report, ReportFormat renderer, Path workingDirectory) {
    Path target = workingDirectory.resolve(file);
    try {
      if (!Files.exists(target)) {
        Replacement.of(target, draft -> render(report, renderer, draft, CREATE_NEW));
      } else if (Files.isRegularFile(target)) {
        // A link stays a link.
        Path real = target.toRealPath();
        Replacement.of(real, draft -> render(report, renderer, draft, CREATE_NEW));
      } else {
        // A pipe or device takes the report as it comes; a folder says that it does not.
        render(report, renderer, target, StandardOpenOption.WRITE);
      }
    } catch (IOException e) {
      throw new UsageException("cannot write " + file + ": " + Replacement.reason(e, target), e);
    }
  }

  private static void render(ScanReport report, ReportFormat renderer, Path file, OpenOption option)
      throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, option)) {
      renderer.write(report, out);
    }
  }
}
