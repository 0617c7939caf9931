package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixCommandTest {
  private static final String BEFORE =
      """
      package shop;

      import java.util.List;

      final class Skus {
        @org.springframework.web.bind.annotation.GetMapping("/skus")
        long numeric(List<String> skus) {
          long n = 0;
          for (String sku : skus) {
            if (sku.matches("\\\\d+")) { // größer
              n++;
            }
          }
          return n;
        }
      }
      """;

  private static final String AFTER =
      """
      package shop;

      import java.util.List;
      import java.util.regex.Pattern;

      final class Skus {
        private static final Pattern NUMERIC_PATTERN = Pattern.compile("\\\\d+");

        @org.springframework.web.bind.annotation.GetMapping("/skus")
        long numeric(List<String> skus) {
          long n = 0;
          for (String sku : skus) {
            if (NUMERIC_PATTERN.matcher(sku).matches()) { // größer
              n++;
            }
          }
          return n;
        }
      }
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeSource() throws IOException {
    file = folder.resolve("Skus.java");
    Files.writeString(file, BEFORE);
  }

  private Ran run(String... args) {
    return Ran.in(new Shell(folder, java.util.Map.of(), false, false), Engine.onDemand(), args);
  }

  @Test
  void aSafeFixIsWritten() throws IOException {
    Ran ran = run("fix", ".");
    assertThat(ran.code()).isEqualTo(ExitCode.OK);
    assertThat(ran.err()).contains("Fixed 1 finding in 1 file");
    assertThat(Files.readString(file)).isEqualTo(AFTER);
    assertThat(run("fix", ".").err())
        .as("a second run changes nothing")
        .contains("Fixed 0 findings in 0 files");
  }

  @Test
  void theCharsetAndTheLineEndsStay() throws IOException {
    String crlf = BEFORE.replace("\n", "\r\n");
    Files.write(file, crlf.getBytes(StandardCharsets.ISO_8859_1));
    run("fix", ".");
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .isEqualTo(AFTER.replace("\n", "\r\n"));
  }

  @Test
  void diffShowsAndWritesNothing() throws IOException {
    Ran ran = run("fix", "--diff", ".");
    assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(ran.out())
        .contains("--- a/Skus.java")
        .contains("+++ b/Skus.java")
        .contains("-      if (sku.matches(")
        .contains("+      if (NUMERIC_PATTERN.matcher(sku).matches()) {");
    assertThat(Files.readString(file)).isEqualTo(BEFORE);
  }

  @Test
  void tabsStayTabsInADiffAndEscapesDoNotReachTheTerminal() throws IOException {
    Files.writeString(file, BEFORE.replace("  ", "\t").replace("größer", "\u001b[31m"));
    assertThat(run("fix", "--diff", ".").out())
        .contains("-\t\t\tif (sku.matches(")
        .contains("\\u001b[31m")
        .doesNotContain("\\u0009")
        .doesNotContain("\u001b");
  }

  @Test
  void nothingToFixIsNoFinding() throws IOException {
    Files.writeString(file, AFTER);
    assertThat(run("fix", "--diff", ".").code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void anUnknownRuleIsWrongUsage() {
    Ran ran = run("fix", "--select", "regex-compile-per-cal", ".");
    assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
    assertThat(ran.err()).contains("did you mean regex-compile-per-call?");
  }
}
