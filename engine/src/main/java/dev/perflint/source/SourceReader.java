package dev.perflint.source;

import dev.perflint.model.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;

/** Reads one file, never more than {@link #MAX_BYTES} of it, and never what is no regular file. */
public final class SourceReader {
  /** Hand-written files are far below; what is above is data written as Java. */
  public static final int MAX_BYTES = 10_000_000;

  /**
   * What reading gave.
   *
   * @param text empty when the file could not be read or was left out; then there is a notice
   * @param notice may also come with a text, e.g. for an old charset
   */
  public record Result(Optional<SourceText> text, Optional<Notice> notice) {
    static Result unread(Notice.Kind kind, SourceFile file, String message) {
      return new Result(
          Optional.empty(), Optional.of(Notice.ofFile(kind, file.reportPath(), 0, message)));
    }
  }

  private SourceReader() {}

  public static Result read(SourceFile file) {
    try {
      return readRegular(file);
    } catch (NoSuchFileException e) {
      return Result.unread(Notice.Kind.UNREADABLE, file, "vanished while the scan ran");
    } catch (AccessDeniedException e) {
      return Result.unread(Notice.Kind.UNREADABLE, file, "cannot be read: permission denied");
    } catch (IOException e) {
      return Result.unread(Notice.Kind.UNREADABLE, file, "cannot be read: " + Messages.reason(e));
    }
  }

  private static Result readRegular(SourceFile file) throws IOException {
    // Looked at again although discovery did: opening a fifo that took the file's place would hang.
    BasicFileAttributes attributes =
        Files.readAttributes(file.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      return Result.unread(Notice.Kind.UNREADABLE, file, "not a regular file");
    }
    if (attributes.size() > MAX_BYTES) {
      return tooLarge(file, attributes.size());
    }
    try (InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      return bytes.length > MAX_BYTES ? tooLarge(file, bytes.length) : Decoding.decode(file, bytes);
    }
  }

  private static Result tooLarge(SourceFile file, long size) {
    return Result.unread(
        Notice.Kind.SKIPPED,
        file,
        String.format(
            Locale.ROOT,
            "%.1f MB is more than the limit of %d MB",
            size / 1e6,
            MAX_BYTES / 1_000_000));
  }
}
