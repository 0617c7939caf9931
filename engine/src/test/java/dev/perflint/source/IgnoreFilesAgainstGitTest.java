package dev.perflint.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Random trees and ignore files: discovery must see the files that git sees. */
@Timeout(120)
class IgnoreFilesAgainstGitTest {
  private static final String[] FOLDERS = {"a", "b", "gen", "c++", "x{y", "docs"};
  private static final String[] FILES = {"A.java", "B.java", "Ab.java", "a+.java", "#x.java"};
  private static final String[] PIECES = {
    "a", "b", "*", "**", "?", "gen", "c++", "x{y", "A.java", "*.java", "[ab]", "[!A]*", "docs", "A*"
  };

  @TempDir Path folder;

  @Test
  void discoveryFindsWhatGitFinds() throws IOException, InterruptedException {
    assumeTrue(BadInputs.run("git", "--version"), "no git here");
    long seed = 4242;
    System.out.println("IgnoreFilesAgainstGitTest: seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 30; round++) {
      Path repository = Files.createDirectories(folder.resolve("r" + round));
      assertThat(BadInputs.run("git", "init", "-q", repository.toString())).isTrue();
      fill(repository, random, 0);
      List<String> found =
          Discovery.find(repository, List.of(), DiscoveryOptions.ALL).files().stream()
              .map(SourceFile::reportPath)
              .toList();

      assertThat(found)
          .as("round %d of seed %d in %s", round, seed, ignoreFiles(repository))
          .containsExactlyElementsOf(asGitSees(repository));
    }
  }

  private static void fill(Path at, Random random, int depth) throws IOException {
    for (String file : FILES) {
      Files.writeString(at.resolve(file), "");
    }
    if (random.nextInt(3) > 0) {
      StringBuilder patterns = new StringBuilder();
      for (int i = random.nextInt(5); i >= 0; i--) {
        patterns.append(pattern(random)).append('\n');
      }
      Files.writeString(at.resolve(".gitignore"), patterns);
    }
    for (String name : FOLDERS) {
      if (depth < 3 && random.nextInt(depth + 2) == 0) {
        fill(Files.createDirectories(at.resolve(name)), random, depth + 1);
      }
    }
  }

  private static String pattern(Random random) {
    StringBuilder pattern = new StringBuilder();
    pattern.append(random.nextInt(4) == 0 ? "!" : "").append(random.nextInt(4) == 0 ? "/" : "");
    int parts = 1 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      pattern.append(i == 0 ? "" : "/").append(PIECES[random.nextInt(PIECES.length)]);
    }
    return pattern.append(random.nextInt(5) == 0 ? "/" : "").toString();
  }

  private static TreeSet<String> asGitSees(Path repository) throws IOException {
    Process git =
        new ProcessBuilder(
                "git", "-c", "core.excludesFile=", "ls-files", "-o", "--exclude-standard", "-z")
            .directory(repository.toFile())
            .start();
    String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    TreeSet<String> files = new TreeSet<>();
    for (String file : output.split("\0")) {
      if (file.endsWith(".java")) {
        files.add(file);
      }
    }
    return files;
  }

  private static List<String> ignoreFiles(Path repository) throws IOException {
    List<String> all = new ArrayList<>();
    try (var paths = Files.walk(repository)) {
      for (Path path : paths.filter(p -> p.endsWith(".gitignore")).toList()) {
        all.add(repository.relativize(path) + ": " + Files.readAllLines(path));
      }
    }
    return all;
  }
}
