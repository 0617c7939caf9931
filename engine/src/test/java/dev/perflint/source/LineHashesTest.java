package dev.perflint.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineHashesTest {
  @Test
  void anEmptyFileHasOneLine() {
    assertThat(LineHashes.of("")).containsExactly("c129715d7a2bc9a3:1");
  }

  @Test
  void blanksDoNotCount() {
    List<String> hashes =
        List.of(
            "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1");

    assertThat(LineHashes.of(" a\nb\n  \t\tc\n d")).isEqualTo(hashes);
    assertThat(LineHashes.of("a\r\nb\rc \r\nd")).isEqualTo(hashes);
  }

  @Test
  void repeatedHashesAreNumbered() {
    List<String> hashes = LineHashes.of("Lorem ipsum dolor sit amet.\n".repeat(10));

    assertThat(hashes).hasSize(11);
    for (int line = 1; line <= 6; line++) {
      assertThat(hashes.get(line - 1)).isEqualTo("a7f2ff13bc495cf2:" + line);
    }
    assertThat(hashes.get(6)).doesNotStartWith("a7f2ff13bc495cf2");
  }

  @Test
  void everyLineHasAHash() {
    String text = "class A {\r\n\r\n  int a;\r  int b;\n}";

    assertThat(LineHashes.of(text)).hasSize(LineMap.of(text).lineCount());
  }

  @Test
  void aFileIsHashedAsGitHubReadsIt() {
    assertThat(LineHashes.of(source("a\nb", 3))).isEqualTo(LineHashes.of("\uFEFFa\nb"));
    SourceText latin =
        SourceText.of(new SourceFile(Path.of("A"), "A", false), "ä\nb", ISO_8859_1, 0);
    assertThat(LineHashes.of(latin)).isEqualTo(LineHashes.of("\uFFFD\nb"));
  }

  private static SourceText source(String text, int bomLength) {
    return SourceText.of(new SourceFile(Path.of("A"), "A", false), text, UTF_8, bomLength);
  }
}
