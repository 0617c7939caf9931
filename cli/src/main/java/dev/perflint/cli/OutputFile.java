package dev.perflint.cli;

import dev.perflint.ScanReport;
import dev.perflint.UsageException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

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
        replace(report, renderer, target);
      } else if (Files.isRegularFile(target)) {
        replace(report, renderer, target.toRealPath()); // a link stays a link
      } else {
        // A pipe or device takes the report as it comes; a folder says that it does not.
        render(report, renderer, target, StandardOpenOption.WRITE);
      }
    } catch (IOException e) {
      throw new UsageException("cannot write " + file + ": " + reason(e, target), e);
    }
  }

  private static void replace(ScanReport report, ReportFormat renderer, Path target)
      throws IOException {
    // Beside the target, for only within one file system is a move a single step.
    String name = "." + target.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".tmp";
    Path draft = target.resolveSibling(name);
    try {
      render(report, renderer, draft, StandardOpenOption.CREATE_NEW);
      keepPermissions(target, draft);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void render(ScanReport report, ReportFormat renderer, Path file, OpenOption option)
      throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, option)) {
      renderer.write(report, out);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (old != null && Files.exists(from)) {
      Files.setPosixFilePermissions(to, old.readAttributes().permissions());
    }
  }

  /** In words, where the JDK's own message is nothing but a path. */
  private static String reason(IOException e, Path target) {
    Path folder = target.toAbsolutePath().getParent();
    if (Files.isDirectory(target)) {
      return "it is a directory";
    }
    if (folder != null && !Files.isDirectory(folder)) {
      return Files.exists(folder) ? folder + " is not a directory" : "no directory " + folder;
    }
    if (e instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason();
    }
    return e.getMessage() == null || e instanceof FileSystemException
        ? e.getClass().getSimpleName()
        : e.getMessage();
  }
}
