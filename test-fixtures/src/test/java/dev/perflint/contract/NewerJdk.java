package dev.perflint.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JDK beside the one that builds: that of {@code JAVA25_HOME}, or one of Maven's toolchains. */
final class NewerJdk {
  private static final Pattern HOME = Pattern.compile("<jdkHome>\\s*([^<]+?)\\s*</jdkHome>");
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"([0-9]+)");

  private NewerJdk() {}

  /** One of at least that feature release, which may be the one that runs the tests. */
  static Optional<Path> find(int release) {
    List<Path> homes = new ArrayList<>();
    String named = System.getenv("JAVA25_HOME");
    if (named != null && !named.isBlank()) {
      homes.add(Path.of(named));
    }
    homes.addAll(toolchains());
    homes.add(Path.of(System.getProperty("java.home")));
    return homes.stream().filter(home -> releaseOf(home) >= release).findFirst();
  }

  private static List<Path> toolchains() {
    Path file = Path.of(System.getProperty("user.home"), ".m2", "toolchains.xml");
    List<Path> homes = new ArrayList<>();
    Matcher home = HOME.matcher(text(file));
    while (home.find()) {
      homes.add(Path.of(home.group(1)));
    }
    return homes;
  }

  private static int releaseOf(Path home) {
    Matcher version = VERSION.matcher(text(home.resolve("release")));
    boolean compiles = Files.isExecutable(home.resolve("bin/javac"));
    return compiles && version.find() ? Integer.parseInt(version.group(1)) : 0;
  }

  private static String text(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }
}
