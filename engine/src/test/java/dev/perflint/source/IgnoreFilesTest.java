package dev.perflint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IgnoreFilesTest {
  @Test
  void aNameMatchesAtEveryDepth() {
    IgnoreFiles files = root("gen\n*.class\n");

    assertThat(ignored(files, "gen")).isTrue();
    assertThat(ignored(files, "a/b/gen")).isTrue();
    assertThat(ignored(files, "a/oxygen")).isFalse();
    assertThat(ignored(files, "a/A.class")).isTrue();
    assertThat(ignored(files, "a/A.classes")).isFalse();
  }

  @Test
  void aSlashTiesThePatternToItsFolder() {
    IgnoreFiles files = root("/dist\na/*/c\nfoo/bar\n");

    assertThat(ignored(files, "dist")).isTrue();
    assertThat(ignored(files, "x/dist")).isFalse();
    assertThat(ignored(files, "a/b/c")).isTrue();
    assertThat(ignored(files, "a/b/b/c")).isFalse();
    assertThat(ignored(files, "x/foo/bar")).isFalse();
  }

  @Test
  void aSlashAtTheEndMeansFoldersOnly() {
    IgnoreFiles files = root("out/\n");

    assertThat(files.ignore(List.of("out"), true)).isTrue();
    assertThat(files.ignore(List.of("out"), false)).isFalse();
  }

  @Test
  void twoStarsMatchAnyNumberOfFolders() {
    IgnoreFiles files = root("**/gen\na/**/z\nlogs/**\n");

    assertThat(ignored(files, "gen")).isTrue();
    assertThat(ignored(files, "x/y/gen")).isTrue();
    assertThat(ignored(files, "a/z")).isTrue();
    assertThat(ignored(files, "a/b/c/z")).isTrue();
    assertThat(ignored(files, "logs")).isFalse();
    assertThat(ignored(files, "logs/a/b")).isTrue();
  }

  @Test
  void theLastMatchingLineDecides() {
    IgnoreFiles files = root("build/\n!**/src/main/**/build/\n*.java\n!Keep.java\n");

    assertThat(files.ignore(List.of("build"), true)).isTrue();
    assertThat(files.ignore(List.of("src", "main", "java", "acme", "build"), true)).isFalse();
    assertThat(ignored(files, "Keep.java")).isFalse();
    assertThat(ignored(files, "Drop.java")).isTrue();
  }

  @Test
  void theInnerFileBeatsTheOuter() {
    IgnoreFiles inner = root("*.java\n!b/\n").with(1, "!A.java\n/B.java\n");

    assertThat(ignored(inner, "a/A.java")).isFalse();
    assertThat(ignored(inner, "a/B.java")).isTrue();
    assertThat(ignored(inner, "a/c/C.java")).isTrue();
  }

  @Test
  void specialCharactersAreReadAsGitReadsThem() {
    IgnoreFiles files =
        root(
            "\\#a\n\\!b\n# comment\nc++\nd{e\nspace\\ \ntrail   \n[Bb]in\nx[!0-9]y\n[[:digit:]]z\n\\*lit\r\n");

    assertThat(ignored(files, "#a")).isTrue();
    assertThat(ignored(files, "!b")).isTrue();
    assertThat(ignored(files, "# comment")).isFalse();
    assertThat(ignored(files, "c++")).isTrue();
    assertThat(ignored(files, "d{e")).isTrue();
    assertThat(ignored(files, "space ")).isTrue();
    assertThat(ignored(files, "trail")).isTrue();
    assertThat(ignored(files, "bin")).isTrue();
    assertThat(ignored(files, "xay")).isTrue();
    assertThat(ignored(files, "x1y")).isFalse();
    assertThat(ignored(files, "7z")).isTrue();
    assertThat(ignored(files, "*lit")).isTrue();
    assertThat(ignored(files, "alit")).isFalse();
  }

  @Test
  void aPatternThatCanMatchNothingIsLeftOut() {
    IgnoreFiles files = root("[abc\nend\\\n/\n!\n[[:nonsense:]]\n\n   \n");

    assertThat(ignored(files, "a")).isFalse();
    assertThat(ignored(files, "[abc")).isFalse();
    assertThat(ignored(files, "end")).isFalse();
  }

  @Test
  @Timeout(10)
  void aHostilePatternCostsNoTime() {
    IgnoreFiles files = root("*a".repeat(100) + "b\n" + "**/a/".repeat(100) + "b\n");

    assertThat(ignored(files, "a".repeat(250))).isFalse();
    assertThat(ignored(files, "a/".repeat(300) + "c")).isFalse();
  }

  private static IgnoreFiles root(String content) {
    return IgnoreFiles.NONE.with(0, content);
  }

  private static boolean ignored(IgnoreFiles files, String path) {
    return files.ignore(List.of(path.split("/")), false);
  }
}
