package dev.perflint.report.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * Replaces a file in one step: who reads it sees the old content or the new one, never half of one.
 */
public final class Replacement {
  /** Writes the new content to a file that does not exist yet. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path draft) throws IOException;
  }

  private Replacement() {}

  /** The target may be missing; its folder must exist. */
  public static void of(Path target, Content content) throws IOException {
    // Beside the target, for only within one file system is a move a single step.
    String name = "." + target.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".tmp";
    Path draft = target.resolveSibling(name);
    try {
      content.writeTo(draft);
      keepPermissions(target, draft);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (old != null && Files.exists(from)) {
      Files.setPosixFilePermissions(to, old.readAttributes().permissions());
    }
  }

  /** In words, where the JDK's own message is nothing but a path. */
  public static String reason(IOException e, Path target) {
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
