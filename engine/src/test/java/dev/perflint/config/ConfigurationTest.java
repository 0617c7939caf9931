package dev.perflint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perflint.UsageException;
import dev.perflint.model.Priority;
import dev.perflint.source.PathGlob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
  @TempDir Path folder;

  private Path write(String text) throws IOException {
    Path file = folder.resolve("perflint.yml");
    Files.writeString(file, text);
    return file;
  }

  @Test
  void everySettingIsRead() throws IOException {
    Configuration read =
        ConfigurationFiles.load(
            write(
                """
                select: [default, pedantic]
                ignore: regex-compile-per-call
                fail-on: P2
                min-priority: p2
                java-version: 21
                include-tests: true
                include-generated: false
                ranking: 1
                paths:
                  - match: "**/legacy/**"
                    ignore: [text]
                knowledge:
                  - library: Acme client
                    members:
                      - role: expensive-to-create
                        kind: http-client
                        calls: ["com.acme.AcmeClient#new(*)"]
                        cost: 5 ms
                """));
    assertThat(read.select()).containsExactly("default", "pedantic");
    assertThat(read.ignore()).containsExactly("regex-compile-per-call");
    assertThat(read.failOn()).contains("p2");
    assertThat(read.minPriority()).contains(Priority.P2);
    assertThat(read.javaVersion()).contains(21);
    assertThat(read.includeTests()).contains(true);
    assertThat(read.includeGenerated()).contains(false);
    assertThat(read.paths()).hasSize(1);
    assertThat(read.paths().get(0).line()).isEqualTo(10);
    assertThat(read.knowledge())
        .singleElement()
        .satisfies(l -> assertThat(l.name()).isEqualTo("Acme client"));
  }

  @Test
  void anEmptyFileSetsNothing() throws IOException {
    Path file = write("");
    assertThat(ConfigurationFiles.load(file).select()).isEmpty();
    assertThat(ConfigurationFiles.load(file).failOn()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "selct: [all] | perflint.yml:1:1: unknown key `selct`; did you mean select?",
        "fail-on: p4 | perflint.yml:1:10: `fail-on`: unknown \"p4\"; did you mean p1?",
        "java-version: seven | perflint.yml:1:15: `java-version`: wants a JDK release from 8 on, not \"seven\"",
        "java-version: 7 | perflint.yml:1:15: `java-version`: wants a JDK release from 8 on, not \"7\"",
        "include-tests: yes | perflint.yml:1:16: `include-tests`: wants true or false, not \"yes\"",
        "ranking: 9 | perflint.yml:1:10: `ranking`: this perflint ranks by version 1 only, not 9",
        "paths: [{match: \"**\"}] | perflint.yml:1:9: `ignore` is missing",
        "select: [ | perflint.yml:",
      })
  void aWrongFileIsAComplaintWithPlaceAndNearestWord(String text, String message)
      throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> ConfigurationFiles.load(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "**/legacy/**, src/legacy/A.java, true",
    "**/legacy/**, legacy/A.java, true",
    "**/legacy/**, src/new/A.java, false",
    "src/*.java, src/A.java, true",
    "src/*.java, src/a/A.java, false",
    "**/*Dao.java, src/a/PriceDao.java, true"
  })
  void globsMeanPathsAsInFindings(String glob, String path, boolean matches) {
    assertThat(new PathRules(new PathGlob(glob), java.util.List.of("all"), 1).matches(path))
        .isEqualTo(matches);
  }

  @Test
  void theNearestFileUpToTheRepositoryRootCounts() throws IOException {
    Path repository = Files.createDirectories(folder.resolve("outer/repository"));
    Files.createDirectories(repository.resolve(".git"));
    Path module = Files.createDirectories(repository.resolve("module/src"));
    write("");
    assertThat(ConfigurationFiles.find(module)).as("nothing above the root").isEmpty();
    Path own = Files.writeString(repository.resolve("perflint.yml"), "");
    assertThat(ConfigurationFiles.find(module)).contains(own);
    Path nearer = Files.writeString(repository.resolve("module/.perflint.yml"), "");
    assertThat(ConfigurationFiles.find(module.resolve("A.java"))).contains(nearer);
  }

  @Test
  void outsideOfARepositoryOnlyTheFolderItselfIsLookedAt() throws IOException {
    Path own = write("");
    Path below = Files.createDirectories(folder.resolve("src"));
    assertThat(ConfigurationFiles.find(folder)).contains(own);
    assertThat(ConfigurationFiles.find(below)).isEmpty();
  }
}
