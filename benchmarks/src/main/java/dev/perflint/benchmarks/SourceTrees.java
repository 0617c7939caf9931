package dev.perflint.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The Java files of some folders. */
record SourceTrees(List<Path> files, long lines) {
  static SourceTrees of(List<Path> roots) throws IOException {
    long lines = 0;
    List<Path> files = new ArrayList<>();
    for (Path root : roots) {
      files.addAll(javaFiles(root));
    }
    for (Path file : files) {
      lines += lines(file);
    }
    return new SourceTrees(List.copyOf(files), lines);
  }

  static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
  }

  static long lines(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    long lines = bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? 1 : 0;
    for (byte b : bytes) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }

  /** The file of which half of the others are larger. */
  Path middle() {
    List<Path> bySize =
        files.stream().sorted(Comparator.comparingLong(path -> path.toFile().length())).toList();
    return bySize.get(bySize.size() / 2);
  }
}
