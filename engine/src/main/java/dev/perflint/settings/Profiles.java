package dev.perflint.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which profile settings belong to, and whether production runs with it. */
final class Profiles {
  /** Words behind the first hyphen of a file's name that are no profile. */
  private static final Set<String> NO_PROFILE = Set.of("spring", "config", "default", "base");

  private static final Pattern PRODUCTION =
      Pattern.compile("(?:.*[^a-z])?(?:prod|production|prd|live|release|online)(?:[^a-z].*)?");

  /** Folders whose files nobody runs in production. */
  private static final Set<String> ASIDE =
      Set.of(
          "test",
          "tests",
          "dev",
          "develop",
          "development",
          "local",
          "demo",
          "demos",
          "sample",
          "samples",
          "example",
          "examples",
          "doc",
          "docs",
          "e2e",
          "it",
          "integration-test");

  private Profiles() {}

  /** {@code dev} of {@code config/application-dev.yml}. */
  static String ofFile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    int hyphen = name.startsWith("microprofile-config") ? name.indexOf('-', 19) : name.indexOf('-');
    if (hyphen < 0 || dot <= hyphen || name.contains("Dockerfile")) {
      return "";
    }
    String profile = name.substring(hyphen + 1, dot);
    return NO_PROFILE.contains(profile) ? "" : profile;
  }

  /**
   * Whether settings of that profile run in production: those of every profile do, and those whose
   * name says so. What {@code mysql} or {@code docker} is for, nobody can tell.
   */
  static boolean isProduction(String profile) {
    return profile.isEmpty() || PRODUCTION.matcher(profile.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether the file lies in a folder of examples, tests or a developer's own settings. */
  static boolean isAside(String path) {
    String[] names = path.split("/", -1);
    return Arrays.stream(names, 0, names.length - 1)
        .anyMatch(
            name ->
                ASIDE.contains(name.toLowerCase(Locale.ROOT))
                    || name.matches(".*-(?:samples?|examples?|demos?|tests?|e2e)|e2e-.*"));
  }
}
