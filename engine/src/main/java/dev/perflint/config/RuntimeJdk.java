package dev.perflint.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JDK that runs a project's code, as its files say: first what starts it (base image, tool
 * versions), then where it is tested, last what it is compiled for, which is a lower bound.
 *
 * @param release feature release
 * @param file that says so, relative to the folder asked for
 */
public record RuntimeJdk(int release, String file) {
  private static final long LARGEST = 1_000_000;
  private static final Pattern IMAGE =
      Pattern.compile(
          "(?:java|jdk|jre|temurin|corretto|zulu|liberica|semeru|sapmachine|graalvm)[a-z-]*[:-]?(1\\.8|[0-9]{1,2})(?![0-9])");
  private static final Pattern FROM = Pattern.compile("(?im)^\\s*FROM\\s+(?:--\\S+\\s+)?(\\S+)");
  private static final Pattern RELEASE = Pattern.compile("(?<![0-9.])(1\\.8|[0-9]{1,2})(?![0-9])");
  private static final Pattern SDKMAN = Pattern.compile("(?m)^\\s*java\\s*=\\s*(\\S+)");
  private static final Pattern TOOL = Pattern.compile("(?m)^\\s*java\\s+(\\S+)");
  private static final Pattern WORKFLOW = Pattern.compile("(?m)^\\s*-?\\s*java-version:\\s*(.+)$");
  private static final Pattern MAVEN =
      Pattern.compile(
          "<(?:maven\\.compiler\\.release|java\\.version|release|maven\\.compiler\\.target)>\\s*(1\\.8|[0-9]{1,2})\\s*<");
  private static final Pattern GRADLE =
      Pattern.compile(
          "(?:JavaLanguageVersion\\.of\\(\\s*|VERSION_|jvmToolchain\\(\\s*|options\\.release\\s*=\\s*)(1_8|[0-9]{1,2})");

  /** Whether the file says what the code is compiled for, which older JDKs cannot run. */
  public boolean isLowerBound() {
    return file.equals("pom.xml") || file.startsWith("build.gradle");
  }

  /**
   * What the files of a folder say; empty when none says anything, or several contradict each
   * other.
   */
  public static Optional<RuntimeJdk> of(Path folder) {
    return fromImage(folder)
        .or(() -> one(folder, ".sdkmanrc", SDKMAN))
        .or(() -> one(folder, ".java-version", Pattern.compile("(\\S+)")))
        .or(() -> one(folder, ".tool-versions", TOOL))
        .or(() -> fromWorkflows(folder))
        .or(() -> one(folder, "pom.xml", MAVEN))
        .or(() -> one(folder, "build.gradle.kts", GRADLE))
        .or(() -> one(folder, "build.gradle", GRADLE));
  }

  /** The last stage of a Dockerfile is the one that runs. */
  private static Optional<RuntimeJdk> fromImage(Path folder) {
    String image = "";
    Matcher from = FROM.matcher(text(folder.resolve("Dockerfile")));
    while (from.find()) {
      image = from.group(1);
    }
    Matcher named = IMAGE.matcher(image);
    return named.find()
        ? release(named.group(1)).map(release -> new RuntimeJdk(release, "Dockerfile"))
        : Optional.empty();
  }

  private static Optional<RuntimeJdk> one(Path folder, String name, Pattern pattern) {
    Matcher matcher = pattern.matcher(text(folder.resolve(name)));
    if (!matcher.find()) {
      return Optional.empty();
    }
    Matcher number = RELEASE.matcher(matcher.group(1).replace('_', '.'));
    return number.find()
        ? release(number.group(1)).map(release -> new RuntimeJdk(release, name))
        : Optional.empty();
  }

  /** Tests on several releases say nothing about the one in production. */
  private static Optional<RuntimeJdk> fromWorkflows(Path folder) {
    TreeSet<Integer> releases = new TreeSet<>();
    String last = "";
    for (Path workflow : workflows(folder)) {
      Matcher matcher = WORKFLOW.matcher(text(workflow));
      while (matcher.find()) {
        Matcher number = RELEASE.matcher(matcher.group(1));
        while (number.find()) {
          release(number.group(1)).ifPresent(releases::add);
        }
        last = ".github/workflows/" + workflow.getFileName();
      }
    }
    return releases.size() == 1
        ? Optional.of(new RuntimeJdk(releases.first(), last))
        : Optional.empty();
  }

  private static List<Path> workflows(Path folder) {
    try (Stream<Path> files = Files.list(folder.resolve(".github/workflows"))) {
      List<Path> found =
          new ArrayList<>(files.filter(f -> f.toString().matches(".*\\.ya?ml")).toList());
      Collections.sort(found);
      return found;
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<Integer> release(String text) {
    int release = text.equals("1.8") ? 8 : Integer.parseInt(text);
    return release >= 8 && release < 100 ? Optional.of(release) : Optional.empty();
  }

  /** A file that cannot be read says nothing. */
  private static String text(Path file) {
    try {
      boolean readable = Files.isRegularFile(file) && Files.size(file) <= LARGEST;
      return readable ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
    } catch (IOException e) {
      return "";
    }
  }
}
