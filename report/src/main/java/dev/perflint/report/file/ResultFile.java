package dev.perflint.report.file;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import dev.perflint.UsageException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file for a report. Whoever reads it sees the old report or the new one, never half of one.
 *
 * @param path absolute
 * @param shown how the user knows it
 */
public record ResultFile(Path path, String shown) {

  /** Writes a report as UTF-8. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /**
   * Replaces the file; its folder must exist.
   *
   * @throws UsageException when the file cannot be written; it is then as it was before
   */
  public void write(Content content) {
    try {
      if (!Files.exists(path)) {
        Replacement.of(path, draft -> write(content, draft, CREATE_NEW));
      } else if (Files.isRegularFile(path)) {
        // A link stays a link.
        Path real = path.toRealPath();
        Replacement.of(real, draft -> write(content, draft, CREATE_NEW));
      } else {
        // A pipe or device takes the report as it comes; a folder says that it does not.
        write(content, path, StandardOpenOption.WRITE);
      }
    } catch (IOException e) {
      throw new UsageException("cannot write " + shown + ": " + Replacement.reason(e, path), e);
    }
  }

  private static void write(Content content, Path file, OpenOption option) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, option)) {
      content.writeTo(out);
    }
  }
}
