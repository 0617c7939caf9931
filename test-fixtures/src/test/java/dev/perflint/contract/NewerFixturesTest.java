package dev.perflint.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fixtures for APIs of newer JDKs are held against one, where there is one. A compiler lets
 * nobody but its own release use what is a preview; that it is one is then the only complaint that
 * counts for nothing, so names, signatures and exceptions are still held against that release.
 */
class NewerFixturesTest {
  private static final int MINUTES = 5;
  private static final String ERROR = ": compiler.err.";
  private static final String PREVIEW = ": compiler.err.is.preview: ";

  @ParameterizedTest
  @ValueSource(ints = {21, 25})
  void theFixturesOfNewerJdksCompile(int release, @TempDir Path folder) throws Exception {
    Path sources = Fixture.NEWER_SOURCES.get(release);
    Optional<Path> jdk = NewerJdk.find(release);
    assumeThat(jdk)
        .as(
            "a JDK %s or newer to compile %s with: none in JAVA25_HOME nor in toolchains.xml",
            release, sources)
        .isPresent();
    List<String> errors = errors(jdk.get(), release, sources(sources), folder);
    assertThat(errors).filteredOn(error -> !error.contains(PREVIEW)).isEmpty();
  }

  @Test
  void onlyThatSomethingIsAPreviewIsLetPass(@TempDir Path folder) throws Exception {
    Optional<Path> jdk = NewerJdk.find(21);
    assumeThat(jdk).as("a JDK 21 or newer").isPresent();
    Path source = folder.resolve("Wrong.java");
    Files.writeString(
        source,
        """
        import java.util.concurrent.StructuredTaskScope;

        class Wrong {
          void unknownMethod() throws InterruptedException {
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
              scope.joinTomorrow();
            }
          }

          void ofLaterReleases() {
            StructuredTaskScope.open();
          }
        }
        """);
    assertThat(errors(jdk.get(), 21, List.of(source.toString()), folder))
        .filteredOn(error -> !error.contains(PREVIEW))
        .hasSize(2);
  }

  private static List<String> errors(Path jdk, int release, List<String> sources, Path folder)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/javac").toString());
    command.addAll(List.of("--release", String.valueOf(release), "-proc:none"));
    command.addAll(List.of("-XDrawDiagnostics", "-Xmaxerrs", "10000"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("-d", folder.resolve("classes").toString()));
    command.addAll(sources);
    Path output = folder.resolve("javac.txt");
    Process javac =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(javac.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    List<String> lines = Files.readAllLines(output);
    List<String> errors = lines.stream().filter(line -> line.contains(ERROR)).toList();
    // An option that is refused, or a crash, is no diagnostic of a source.
    assertThat(javac.exitValue() == 0).as("%s", lines).isEqualTo(errors.isEmpty());
    return errors;
  }

  private static List<String> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().toList();
    }
  }
}
