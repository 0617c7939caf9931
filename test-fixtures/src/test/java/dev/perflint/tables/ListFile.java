package dev.perflint.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists of what the tables hold. */
final class ListFile {
  private ListFile() {}

  /**
   * @param subject a module or artifact
   * @param names packages, also {@code a.*} for {@code a} and those below it; single types
   */
  record Line(String subject, List<String> names) {
    boolean lists(String packageName) {
      return names.stream()
          .anyMatch(
              name ->
                  name.endsWith(".*")
                      ? (packageName + ".").startsWith(name.substring(0, name.length() - 1))
                      : name.equals(packageName));
    }
  }

  /** Lines of words; the indented ones continue the line above, {@code #} starts a comment. */
  static List<Line> read(String resource) {
    try (InputStream in = ListFile.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("#.*", "")
          .replaceAll("\n +", " ")
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> List.of(line.trim().split(" +")))
          .map(words -> new Line(words.get(0), words.subList(1, words.size())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
