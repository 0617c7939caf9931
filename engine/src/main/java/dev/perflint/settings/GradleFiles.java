package dev.perflint.settings;

import dev.perflint.settings.BuildFiles.Dependency;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dependencies and versions of Gradle scripts, version catalogues and properties. */
final class GradleFiles {
  private static final String VERSION = "([0-9$][^'\"\\s,:@]*)";

  /** {@code "group:artifact:version"}. */
  private static final Pattern COORDINATES =
      Pattern.compile("['\"]([A-Za-z0-9._-]+):([A-Za-z0-9._-]+):" + VERSION + "['\"@:]");

  /** {@code id("org.springframework.boot") version "3.5.0"}. */
  private static final Pattern BOOT =
      Pattern.compile("org\\.springframework\\.boot['\"]\\)?\\s*version\\s*\\(?['\"]" + VERSION);

  /**
   * {@code x = "1.2"}, also of a catalogue's versions, {@code gradle.properties} and {@code val}.
   */
  private static final Pattern PROPERTY =
      Pattern.compile(
          "(?m)^\\s*(?:def\\s+|val\\s+|ext\\.)?['\"]?([A-Za-z][A-Za-z0-9._-]*)['\"]?\\s*=\\s*['\"]?"
              + VERSION
              + "['\"]?\\s*$");

  /** {@code x = { module = "group:artifact", version.ref = "y" }}. */
  private static final Pattern CATALOGUE =
      Pattern.compile("module\\s*=\\s*\"([^\"]+)\"[^}\\n]*version(\\.ref)?\\s*=\\s*\"([^\"]+)\"");

  private static final Pattern CATALOGUE_PARTS =
      Pattern.compile(
          "group\\s*=\\s*\"([^\"]+)\"\\s*,\\s*name\\s*=\\s*\"([^\"]+)\"[^}\\n]*version(\\.ref)?\\s*=\\s*\"([^\"]+)\"");

  private GradleFiles() {}

  static void read(
      String text, BiConsumer<String, String> properties, List<Dependency> dependencies) {
    Matcher matcher = COORDINATES.matcher(text);
    while (matcher.find()) {
      String artifact = matcher.group(1) + ":" + matcher.group(2);
      dependencies.add(new Dependency(artifact, matcher.group(3)));
    }
    matcher = BOOT.matcher(text);
    while (matcher.find()) {
      dependencies.add(new Dependency("org.springframework.boot:spring-boot", matcher.group(1)));
    }
    matcher = PROPERTY.matcher(text);
    while (matcher.find()) {
      properties.accept(matcher.group(1), matcher.group(2));
    }
    matcher = CATALOGUE.matcher(text);
    while (matcher.find()) {
      dependencies.add(dependency(matcher.group(1), matcher.group(2), matcher.group(3)));
    }
    matcher = CATALOGUE_PARTS.matcher(text);
    while (matcher.find()) {
      String artifact = matcher.group(1) + ":" + matcher.group(2);
      dependencies.add(dependency(artifact, matcher.group(3), matcher.group(4)));
    }
  }

  private static Dependency dependency(String artifact, String byReference, String version) {
    return new Dependency(artifact, byReference == null ? version : "${" + version + "}");
  }
}
