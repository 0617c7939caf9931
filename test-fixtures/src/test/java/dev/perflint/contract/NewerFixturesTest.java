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

/** The fixtures for APIs of newer JDKs are held against one, where there is one. */
class NewerFixturesTest {
  private static final int RELEASE = 21;
  private static final int MINUTES = 5;

  @Test
  void theFixturesOfNewerJdksCompile(@TempDir Path folder) throws Exception {
    Optional<Path> jdk = NewerJdk.find(RELEASE);
    assumeThat(jdk)
        .as(
            "a JDK %s or newer to compile %s with: none in JAVA25_HOME nor in toolchains.xml",
            RELEASE, Fixture.NEWER_SOURCES)
        .isPresent();
    List<String> command = new ArrayList<>();
    command.add(jdk.get().resolve("bin/javac").toString());
    command.addAll(List.of("--release", String.valueOf(RELEASE), "-proc:none"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("-d", folder.resolve("classes").toString()));
    command.addAll(sources());
    Path output = folder.resolve("javac.txt");
    Process javac =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(javac.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(javac.exitValue()).as(Files.readString(output)).isZero();
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Fixture.NEWER_SOURCES)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().toList();
    }
  }
}
