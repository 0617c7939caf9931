package dev.perflint.source;

import java.util.Set;
import java.util.function.Predicate;

/** Which folders hold no sources of the project: output of builds, state of tools. */
final class BuildOutput {
  /** Never a Java package worth scanning, wherever they are. */
  private static final Set<String> TOOL_FOLDERS =
      Set.of(".git", ".hg", ".svn", ".gradle", ".idea", "node_modules");

  /** Output beside a build file, ordinary packages elsewhere (org.springframework.aop.target). */
  private static final Set<String> OUTPUT_FOLDERS = Set.of("target", "build", "out", "bin");

  /** Files and folders that make the folder around them a module of a build. */
  private static final Set<String> MODULE_MARKS =
      Set.of(
          "pom.xml",
          "build.gradle",
          "build.gradle.kts",
          "settings.gradle",
          "settings.gradle.kts",
          "build.xml",
          "build.sbt",
          ".classpath",
          ".idea",
          "src");

  private BuildOutput() {}

  /**
   * @param siblings tells whether the folder around it holds an entry of that name
   */
  static boolean isOutput(String folder, Predicate<String> siblings) {
    return TOOL_FOLDERS.contains(folder)
        || (OUTPUT_FOLDERS.contains(folder) && MODULE_MARKS.stream().anyMatch(siblings));
  }
}
