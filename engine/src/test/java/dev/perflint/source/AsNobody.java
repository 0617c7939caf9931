package dev.perflint.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/** Runs the pipeline in a process of a user without rights, for when the tests run as root. */
final class AsNobody {
  private AsNobody() {}

  /** The notices of the run; skips the test visibly where that user cannot be had. */
  static String run(Path folder) throws IOException, InterruptedException {
    assumeTrue(
        BadInputs.run("setpriv", "--reuid=65534", "--clear-groups", "true"), "no setpriv here");
    Path parent = folder.getParent();
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    String classPath = classPathFor(parent.resolve("classes"));
    Process process =
        new ProcessBuilder(
                "setpriv",
                "--reuid=65534",
                "--clear-groups",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                AsNobody.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(process.waitFor(30, TimeUnit.SECONDS), "the process of that user hangs");
    return output;
  }

  /** The class path of the tests, copied to where every user may read it. */
  private static String classPathFor(Path copies) throws IOException {
    Files.createDirectories(copies);
    StringBuilder classPath = new StringBuilder();
    int number = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      boolean needed = entry.contains("javaparser-core") || entry.endsWith("classes");
      if (needed) {
        Path copy = copies.resolve(number++ + "-" + Path.of(entry).getFileName());
        copy(Path.of(entry), copy);
        classPath.append(copy).append(File.pathSeparator);
      }
    }
    return classPath.toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, from.equals(path) ? to : target);
        }
      }
    }
  }

  /** Prints the notices of a folder. */
  public static void main(String[] arguments) {
    System.out.print(Pipeline.run(Path.of(arguments[0])).messages());
  }
}
