package dev.perflint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportsTest {
  private static final String BODY =
      "class Log {\n  Object day() { return java.util.regex.Pattern.compile(\"a+\"); }\n}\n";
  private static final String LINE = "import java.util.regex.Pattern;\n";

  @Test
  void anImportIsAddedInOrder() {
    String fixed =
        FixedText.of(
            "package shop;\n\nimport java.util.List;\nimport org.slf4j.Logger;\n\n" + BODY);

    assertThat(fixed)
        .startsWith(
            "package shop;\n\nimport java.util.List;\n" + LINE + "import org.slf4j.Logger;\n");
  }

  @Test
  void anImportThatComesLastIsAddedBehindTheOthers() {
    assertThat(FixedText.of("import java.io.File;\n\n" + BODY))
        .startsWith("import java.io.File;\n" + LINE + "\n");
  }

  @Test
  void withoutImportsItStandsBehindThePackage() {
    assertThat(FixedText.of("package shop;\n\n" + BODY))
        .startsWith("package shop;\n\n" + LINE + "\nclass Log");
  }

  @Test
  void withoutAPackageItStandsFirst() {
    assertThat(FixedText.of(BODY)).startsWith(LINE + "\nclass Log");
  }

  @Test
  void staticImportsStayTogether() {
    assertThat(FixedText.of("import static java.lang.Math.max;\n\n" + BODY))
        .startsWith("import static java.lang.Math.max;\n\n" + LINE + "\n");
  }

  @Test
  void anImportThatIsThereIsUsed() {
    assertThat(FixedText.of(LINE + BODY))
        .containsOnlyOnce("import")
        .contains("private static final Pattern DAY_PATTERN = Pattern.compile");
  }

  @Test
  void aStarImportIsUsed() {
    String fixed = FixedText.of("package shop;\n\nimport java.util.regex.*;\n\n" + BODY);

    assertThat(fixed).doesNotContain("import java.util.regex.Pattern;").contains("DAY_PATTERN = ");
  }

  @Test
  void anotherImportedPatternMakesTheTypeQualified() {
    String fixed = FixedText.of("import dev.shop.Pattern;\n\n" + BODY);

    assertThat(fixed)
        .contains(
            "private static final java.util.regex.Pattern DAY_PATTERN = java.util.regex.Pattern.compile(\"a+\");")
        .doesNotContain("import java.util.regex");
  }

  @Test
  void aPatternOfTheFileMakesTheTypeQualified() {
    String nested = BODY.replace("{\n", "{\n  static class Pattern {}\n").replaceFirst("\n", "\n");

    assertThat(FixedText.of(nested))
        .contains("private static final java.util.regex.Pattern DAY_PATTERN")
        .doesNotContain("import");
    assertThat(FixedText.of(BODY + "class Pattern {}\n"))
        .contains("private static final java.util.regex.Pattern DAY_PATTERN")
        .doesNotContain("import");
  }
}
