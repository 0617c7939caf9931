package dev.perflint.report.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tests of a project that mention a class. */
final class ExistingTests {
  private static final Set<String> ELSEWHERE =
      Set.of("target", "build", "node_modules", ".git", "out");
  private static final int MOST = 5;

  private final TreeMap<String, String> texts = new TreeMap<>();

  private ExistingTests() {}

  /** Reads all of them once. */
  static ExistingTests in(Path base) {
    ExistingTests tests = new ExistingTests();
    try {
      Files.walkFileTree(base, tests.new Walk(base));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tests;
  }

  /** The first few, those called after the class before others. */
  List<String> of(String className) {
    Pattern word = Pattern.compile("\\b" + Pattern.quote(className) + "\\b");
    List<String> named = new ArrayList<>();
    List<String> others = new ArrayList<>();
    texts.forEach(
        (path, text) -> {
          if (word.matcher(text).find()) {
            (path.contains("/" + className) ? named : others).add(path);
          }
        });
    named.addAll(others);
    return named.stream().limit(MOST).toList();
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path base;

    private Walk(Path base) {
      this.base = base;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean skipped = !folder.equals(base) && ELSEWHERE.contains(folder.getFileName().toString());
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = base.relativize(file).toString().replace('\\', '/');
      boolean isTest =
          path.endsWith(".java")
              && ("/" + path).matches(".*/src/(test|it|integration-?[tT]est)/.*");
      if (isTest && attributes.isRegularFile() && attributes.size() < 2_000_000) {
        try {
          // Names of classes are the same in every charset that sources are in.
          texts.put(path, Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
          // A test that cannot be read is not named.
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
