package dev.perflint.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import java.util.List;
import java.util.Set;

/**
 * Tells sources of tests, benchmarks and demonstrations by their path, or by the annotations of
 * test frameworks that they import: modules that tests share have their sources where others have
 * production code. Folders decide, never the name of a class: {@code LoadTest} in production code
 * is production code, and so is the package {@code org.springframework.test}.
 */
public final class TestSources {
  /** Source sets of Maven and Gradle below {@code src}. */
  private static final Set<String> SOURCE_SETS =
      Set.of("test", "tests", "itest", "inttest", "jmh", "e2e", "benchmark", "benchmarks");

  private static final Set<String> PRODUCTION_SETS = Set.of("main", "java");

  /**
   * Module folders; they count above the source root only, where no package begins. Not {@code
   * demo}, as many first projects are called.
   */
  private static final Set<String> MODULES =
      Set.of(
          "tests",
          "integration-test",
          "javatests",
          "benchmark",
          "benchmarks",
          "microbench",
          "microbenchmarks",
          "jmh",
          "perftest",
          "testing",
          "test-library",
          "demos",
          "examples",
          "samples");

  /** Ends of module folders: with a hyphen, they cannot be packages. */
  private static final List<String> ENDS =
      List.of(
          "-tests",
          "-test-utils",
          "-test-support",
          "-test-library",
          "-test-common",
          "-benchmarks",
          "-benchmark",
          "-jmh",
          "-e2e",
          "-integration-test",
          "-demo",
          "-demos",
          "-example",
          "-examples",
          "-samples");

  private static final Set<String> BELOW_A_TEST_FOLDER =
      Set.of("java", "src", "unit", "integration", "functional", "system", "microbench");

  /**
   * What only a test says. Assertions are not among them: they are imported in production by
   * mistake.
   */
  private static final Set<String> TEST_PACKAGES =
      Set.of(
          "io.cucumber.java",
          "cucumber.api.java",
          "org.testng.annotations",
          "org.junit.jupiter.params");

  private static final Set<String> TEST_TYPES =
      Set.of(
          "org.junit.Test",
          "org.junit.Before",
          "org.junit.After",
          "org.junit.Rule",
          "org.junit.rules.TestRule",
          "org.junit.jupiter.api.Test",
          "org.junit.jupiter.api.BeforeEach",
          "org.junit.jupiter.api.BeforeAll",
          "org.junit.jupiter.api.extension.Extension",
          "org.junit.jupiter.api.extension.BeforeAllCallback",
          "org.junit.jupiter.api.extension.BeforeEachCallback");

  private TestSources() {}

  /** Whether the unit imports what nothing but a test has a use for. */
  public static boolean isTest(CompilationUnit unit) {
    return unit.getImports().stream().anyMatch(TestSources::isOfTests);
  }

  private static boolean isOfTests(ImportDeclaration imported) {
    String name = imported.getNameAsString();
    if (imported.isStatic()) {
      return false;
    }
    return TEST_TYPES.contains(name)
        || TEST_PACKAGES.stream()
            .anyMatch(tests -> name.equals(tests) || name.startsWith(tests + "."));
  }

  /**
   * @param reportPath of a file, relative to the repository root, with {@code /}
   */
  public static boolean isTest(String reportPath) {
    String[] names = reportPath.split("/", -1);
    int folders = names.length - 1;
    int src = indexOfSrc(names, 0, folders);
    int root = src;
    while (src < folders) {
      root = src;
      if (isTestSet(names, src, folders)) {
        return true;
      }
      boolean ends = src + 1 < folders && PRODUCTION_SETS.contains(names[src + 1]);
      src = ends ? folders : indexOfSrc(names, src + 1, folders);
    }
    for (int i = 0; i < root; i++) {
      if (isTestModule(names, i, root < folders)) {
        return true;
      }
    }
    return false;
  }

  /** From there on: all modules may lie below one {@code src}, and each has one of its own. */
  private static int indexOfSrc(String[] names, int from, int folders) {
    for (int i = from; i < folders; i++) {
      if (names[i].equals("src")) {
        return i;
      }
    }
    return folders;
  }

  private static boolean isTestModule(String[] names, int i, boolean aboveSrc) {
    String name = names[i];
    if (name.equals("test")) {
      return i == 0 || BELOW_A_TEST_FOLDER.contains(names[i + 1]);
    }
    // Those that may be packages count where a source root follows.
    return (MODULES.contains(name) && (i == 0 || aboveSrc))
        || name.indexOf('-') >= 0 && ENDS.stream().anyMatch(name::endsWith);
  }

  private static boolean isTestSet(String[] names, int src, int folders) {
    if (src + 1 >= folders) {
      return false;
    }
    String set = names[src + 1];
    if (PRODUCTION_SETS.contains(set)) {
      return false;
    }
    if (set.equals("it") || set.equals("integration")) {
      return isIntegrationTests(names, src, folders);
    }
    return SOURCE_SETS.contains(set)
        || (src + 2 < folders && !names[src + 2].equals("src") && isNamedLikeTests(set))
        || set.equals("testFixtures");
  }

  /** Whole projects or a source root below {@code src/it}; else it is a package. */
  private static boolean isIntegrationTests(String[] names, int src, int folders) {
    for (int i = src + 2; i < folders; i++) {
      if (names[i].equals("src") || (i == src + 2 && names[i].equals("java"))) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@code integrationTest}, {@code functionalTests}, {@code test-integration}, {@code testInt}.
   */
  private static boolean isNamedLikeTests(String set) {
    return set.endsWith("Test")
        || set.endsWith("Tests")
        || set.endsWith("-test")
        || set.endsWith("-tests")
        || set.startsWith("test-")
        || (set.length() > 4 && set.startsWith("test") && Character.isUpperCase(set.charAt(4)));
  }
}
