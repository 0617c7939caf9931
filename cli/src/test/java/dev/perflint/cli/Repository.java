package dev.perflint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sources of this repository. */
final class Repository {
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private static final List<String> MODULES = List.of("engine", "rules", "report", "cli");

  private Repository() {}

  /** What is shipped, relative to the root. */
  static List<String> mainSources() {
    return MODULES.stream().map(module -> module + "/src/main/java").toList();
  }

  /** A copy of what is shipped and of the fixtures, as a folder in a git repository. */
  static void copyTo(Path copy) throws IOException {
    Files.createDirectories(copy.resolve(".git"));
    for (String folder : mainSources()) {
      copy(folder, copy);
    }
    copy("test-fixtures/src/main/java", copy);
  }

  private static void copy(String folder, Path copy) throws IOException {
    try (var files = Files.walk(ROOT.resolve(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(ROOT.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
