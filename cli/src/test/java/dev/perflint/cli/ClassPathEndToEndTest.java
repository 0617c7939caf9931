package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a library says of the scanned code's types. */
class ClassPathEndToEndTest {
  private static final String FOUND = "Page.java:7:14: P2 repository-call-in-loop";

  @TempDir private Path folder;
  private Path classes;

  @BeforeEach
  void aRepositoryOfWhichALibraryKnowsThatItIsOne() throws IOException {
    Path src = Files.createDirectories(folder.resolve("src"));
    Files.writeString(
        src.resolve("Page.java"),
        """
        class Page {
          interface Orders extends base.Store<Long> {}

          long sum(Orders orders, java.util.List<Long> ids) {
            long sum = 0;
            for (Long id : ids) {
              sum += orders.load(id);
            }
            return sum;
          }
        }
        """);
    Path library = Files.createDirectories(folder.resolve("library"));
    Path repository =
        Files.writeString(
            library.resolve("Repository.java"),
            "package org.springframework.data.repository; public interface Repository<T, K> {}");
    Path store =
        Files.writeString(
            library.resolve("Store.java"),
            "package base; public interface Store<T> extends"
                + " org.springframework.data.repository.Repository<T, T> { T load(T id); }");
    classes = Files.createDirectories(folder.resolve("classes"));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), repository + "", store + "");
    assertThat(code).isZero();
  }

  private Ran scan(String... arguments) {
    return EndToEnd.run(
        folder,
        Stream.concat(
                Stream.of(
                    "scan",
                    "src",
                    "--select=repository-call-in-loop",
                    "--fail-on=never",
                    "--format=compact"),
                List.of(arguments).stream())
            .toArray(String[]::new));
  }

  @Test
  void aClassPathSaysWhatTheSourcesDoNot() {
    assertThat(scan().out()).isEmpty();
    assertThat(scan("--classpath", "classes").out()).startsWith(FOUND);
    assertThat(scan("--classpath", classes.toString()).out()).startsWith(FOUND);
  }

  @Test
  void whatIsMissingIsToldOnceAndCostsNothingElse() throws IOException {
    Files.writeString(folder.resolve("text.jar"), "no jar");
    String path = String.join(File.pathSeparator, "text.jar", "none.jar", "", "classes");
    Ran ran = scan("--classpath", path, "--strict");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith(FOUND)
        .containsOnlyOnce(
            "2 of 3 entries of the class path cannot be read, so that their types stay unknown:"
                + " text.jar, none.jar");
  }

  @Test
  void anEntryThatCanBeNoPathIsAWrongOption() {
    Ran ran = scan("--classpath", "a\0b");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--classpath has an entry that can be no path");
  }
}
