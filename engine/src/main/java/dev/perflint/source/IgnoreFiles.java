package dev.perflint.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ignore files that hold in one folder: those of the folder, then those of the folders around
 * it. Immutable; entering a folder makes a longer chain. A folder that is ignored is not entered,
 * so, as with git, nothing below it can be taken back.
 *
 * <p>Written here since gitignore-reader 1.14.1 differs from git where it matters: a folder ignored
 * by one line cannot be taken back by a later one (usual in Spring projects, whose sources may lie
 * in a package "build"), and a brace in a pattern throws.
 */
final class IgnoreFiles {
  static final IgnoreFiles NONE = new IgnoreFiles(null, 0, List.of());

  /** An ignore file larger than this is not read: it is something else. */
  private static final int MAX_BYTES = 1_000_000;

  private final @Nullable IgnoreFiles outer;
  private final int depth;
  private final List<IgnorePattern> patterns;

  private IgnoreFiles(@Nullable IgnoreFiles outer, int depth, List<IgnorePattern> patterns) {
    this.outer = outer;
    this.depth = depth;
    this.patterns = patterns;
  }

  /**
   * @param depth how many names the folder of the ignore file lies below the repository root
   */
  IgnoreFiles with(int depth, String content) {
    List<IgnorePattern> read = new ArrayList<>();
    String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
    for (String line : text.split("\n", -1)) {
      String bare = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      IgnorePattern.parse(bare).ifPresent(read::add);
    }
    return read.isEmpty() ? this : new IgnoreFiles(this, depth, List.copyOf(read));
  }

  /** With the patterns of that file, if it can be read; a link is not followed, as in git. */
  IgnoreFiles with(int depth, Path file) {
    return read(file).map(content -> with(depth, content)).orElse(this);
  }

  private static Optional<String> read(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      return bytes.length > MAX_BYTES
          ? Optional.empty()
          : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether an entry whose parent folders are not ignored is ignored itself: the innermost file
   * decides, in it the last line that matches.
   *
   * @param path names from the repository root down to the entry
   */
  boolean ignore(List<String> path, boolean folder) {
    for (IgnoreFiles level = this; level != null; level = level.outer) {
      for (int i = level.patterns.size() - 1; i >= 0; i--) {
        IgnorePattern pattern = level.patterns.get(i);
        if (pattern.matches(path, level.depth, folder)) {
          return !pattern.negated();
        }
      }
    }
    return false;
  }
}
