package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleWriterToolsTest {
  @TempDir Path folder;

  @BeforeEach
  void writeSource() throws IOException {
    Files.writeString(
        folder.resolve("Quotes.java"),
        """
        final class Quotes {
          java.net.http.HttpClient kept;
          void keep() {
            kept = java.net.http.HttpClient.newHttpClient();
          }
          void drop(java.net.http.HttpRequest request) throws Exception {
            java.net.http.HttpClient.newHttpClient().send(request, null);
          }
        }
        """);
  }

  private Ran run(String... args) {
    return Ran.with(
        Engine.onDemand(), new Reports(), new Shell(folder, Map.of(), false, false), args);
  }

  @Test
  void whyNotNamesTheClauseThatDecides() {
    Ran ran = run("explain", "http-client-per-call", "--why-not", "Quotes.java:4");
    assertThat(ran.code()).isEqualTo(ExitCode.OK);
    assertThat(ran.out())
        .contains("java.net.http.HttpClient.newHttpClient()")
        .containsPattern("SURE +matches as expensive-to-create")
        .containsPattern(
            "NO +where it stays local or else left open by callers of the factory around +<- says no")
        .contains("not reported");
  }

  @Test
  void whyNotOfAReportedPlaceSaysSo() {
    String page = run("explain", "http-client-per-call", "--why-not", "Quotes.java:7").out();
    assertThat(page).contains("  reported").doesNotContain("<- says no");
  }

  @Test
  void whyNotAnswersAsAScanWithoutTheTestsDoes() throws IOException {
    Path tests = Files.createDirectories(folder.resolve("src/test/java"));
    Path main = Files.createDirectories(folder.resolve("src/main/java"));
    Files.writeString(
        main.resolve("Authors.java"),
        """
        @jakarta.persistence.Entity class Author {
          @jakarta.persistence.OneToMany java.util.List<String> prizes;
          java.util.List<String> getPrizes() { return prizes; }
        }
        interface Line { int of(Author author); }
        class Prizes implements Line {
          public int of(Author author) { return author.getPrizes().size(); }
        }
        interface Authors extends org.springframework.data.jpa.repository.JpaRepository<Author, Long> {}
        class Page {
          Authors authors;
          Line line;
          int prizes() {
            int prizes = 0;
            for (Author author : authors.findAll()) {
              prizes += line.of(author);
            }
            return prizes;
          }
        }
        """);
    Files.writeString(
        tests.resolve("NoPrizes.java"),
        "class NoPrizes implements Line { public int of(Author author) { return 0; } }");
    String rule = "lazy-association-in-loop";
    String place = "src/main/java/Authors.java:16";
    assertThat(run("scan", ".", "--select", rule, "--format", "compact").out()).contains(place);
    assertThat(run("explain", rule, "--why-not", place, "--in", ".").out())
        .contains("  reported")
        .doesNotContain("<- says no");
  }

  @Test
  void whyNotOfALineWithoutCode() {
    assertThat(run("explain", "http-client-per-call", "--why-not", "Quotes.java:1").out())
        .contains("looks at nothing");
    assertThat(run("explain", "http-client-per-call", "--why-not", "Quotes.java").code())
        .isEqualTo(ExitCode.FAILED);
    assertThat(run("explain", "http-client-per-call", "--why-not", "Missing.java:3").code())
        .isEqualTo(ExitCode.FAILED);
  }

  @Test
  void astPrintsTheTreeWithPlaces() {
    String tree = run("ast", "Quotes.java").out();
    assertThat(tree)
        .contains("ClassOrInterfaceDeclaration 1:1  final class Quotes {")
        .containsPattern("MethodCallExpr 4:12 +java.net.http.HttpClient.newHttpClient\\(\\)");
  }
}
