package dev.perflint.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Runs the command line in a process of a user without rights, for tests that run as root. */
final class AsNobody {
  private static final List<String> SET_USER =
      List.of("setpriv", "--reuid=65534", "--clear-groups");

  private AsNobody() {}

  /** Skips the test visibly where that user cannot be had. */
  static Ran run(Path folder, String... arguments) throws IOException, InterruptedException {
    assumeTrue(canSetUser(), "no setpriv here");
    Path parent = folder.getParent();
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    return MainProcess.run(SET_USER, classPathFor(parent.resolve("classes")), folder, arguments);
  }

  private static boolean canSetUser() throws InterruptedException {
    List<String> line = new ArrayList<>(SET_USER);
    line.add("true");
    try {
      return new ProcessBuilder(line).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The class path of the tests, copied to where every user may read it. */
  private static String classPathFor(Path copies) throws IOException {
    Files.createDirectories(copies);
    List<String> classPath = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path copy = copies.resolve(classPath.size() + "-" + Path.of(entry).getFileName());
      copy(Path.of(entry), copy);
      classPath.add(copy.toString());
    }
    return String.join(File.pathSeparator, classPath);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(to.resolve(from.relativize(path).toString()));
        } else {
          Files.copy(path, from.equals(path) ? to : to.resolve(from.relativize(path).toString()));
        }
      }
    }
  }
}
