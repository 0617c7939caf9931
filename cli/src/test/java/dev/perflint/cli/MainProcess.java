package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, with a working directory of its own. */
final class MainProcess {
  private MainProcess() {}

  static Ran run(Path folder, String... arguments) throws IOException, InterruptedException {
    return run(List.of(), System.getProperty("java.class.path"), folder, arguments);
  }

  /**
   * @param before words before {@code java}
   */
  static Ran run(List<String> before, String classPath, Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(before);
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, Main.class.getName()));
    line.addAll(List.of(arguments));
    Path err = Files.createTempFile("perflint", ".err");
    try {
      Process process =
          new ProcessBuilder(line).directory(folder.toFile()).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the process ends").isTrue();
      return new Ran(process.exitValue(), out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }
}
