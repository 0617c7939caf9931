package dev.perflint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConstantHoistTest {
  private static final String IMPORT = "import java.util.regex.Pattern;\n";

  @Test
  void theConstantStandsFirstWithTheIndentationOfTheOthers() {
    String text =
        IMPORT
            + "class Log {\n    int lines;\n    Object day() { return Pattern.compile(\"\\\\d+\"); }\n}\n";

    assertThat(FixedText.of(text))
        .isEqualTo(
            IMPORT
                + "class Log {\n"
                + "    private static final Pattern DAY_PATTERN = Pattern.compile(\"\\\\d+\");\n"
                + "\n    int lines;\n    Object day() { return DAY_PATTERN; }\n}\n");
  }

  @Test
  void noSecondEmptyLineFollowsAndConstantsStandTogether() {
    String declared = "  private static final Pattern DAY_PATTERN = Pattern.compile(\"\\\\d+\");\n";
    String day = "  Object day() { return Pattern.compile(\"\\\\d+\"); }\n}\n";
    String fixed = day.replace("Pattern.compile(\"\\\\d+\")", "DAY_PATTERN");
    for (String head : List.of("\n", "  static final int MOST = 7;\n\n")) {
      assertThat(FixedText.of(IMPORT + "class Log {\n" + head + day))
          .isEqualTo(IMPORT + "class Log {\n" + declared + head + fixed);
    }
    assertThat(FixedText.of(IMPORT + "class Log {\n" + day))
        .isEqualTo(IMPORT + "class Log {\n" + declared + "\n" + fixed);
  }

  @Test
  void linesEndAsTheFileEndsThem() {
    String text =
        "package shop;\r\n\r\nclass Log {\r\n  Object day() { return java.util.regex.Pattern.compile(\"a+\"); }\r\n}\r\n";

    String fixed = FixedText.of(text);

    assertThat(fixed.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(fixed).contains("class Log {\r\n  private static final Pattern DAY_PATTERN");
  }

  @Test
  void theSamePatternTwiceMakesOneConstant() {
    String fixed =
        FixedText.of(
            IMPORT
                + "class Log {\n  Object day() { return Pattern.compile(\"a+\"); }\n  Object night() { return Pattern.compile(\"a+\"); }\n}\n");

    assertThat(fixed)
        .containsOnlyOnce("Pattern.compile")
        .contains("Object day() { return DAY_PATTERN; }")
        .contains("Object night() { return DAY_PATTERN; }");
  }

  @Test
  void twoPatternsOfOneMethodMakeTwoConstants() {
    String fixed =
        FixedText.of(
            IMPORT
                + "class Log {\n  Object day() { return Pattern.compile(\"a+\").matcher(\"\" + Pattern.compile(\"b+\")); }\n}\n");

    assertThat(fixed)
        .contains("DAY_PATTERN = Pattern.compile(\"a+\");")
        .contains("DAY_PATTERN_2 = Pattern.compile(\"b+\");")
        .contains("return DAY_PATTERN.matcher(\"\" + DAY_PATTERN_2);");
  }

  @Test
  void aNameThatTheFileHasAlreadyIsNotTakenTwice() {
    String fixed =
        FixedText.of(
            IMPORT
                + "class Log {\n  static final int DAY_PATTERN = 1;\n  Object day() { return Pattern.compile(\"a+\"); }\n}\n");

    assertThat(fixed)
        .contains("DAY_PATTERN_2 = Pattern.compile(\"a+\")")
        .contains("return DAY_PATTERN_2;");
  }

  @Test
  void nestedAndInnerClassesUseTheConstantOfTheOutermost() {
    String fixed =
        FixedText.of(
            IMPORT
                + "class Log {\n  class Line {\n    static class Part {\n      Object day() { return Pattern.compile(\"a+\"); }\n    }\n  }\n}\n");

    assertThat(fixed)
        .contains("class Log {\n  private static final Pattern DAY_PATTERN")
        .contains("Object day() { return DAY_PATTERN; }");
  }

  @Test
  void recordsHaveConstantsBehindTheirHeader() {
    String fixed =
        FixedText.of(
            IMPORT
                + "record Line(int number, String text) implements Comparable<Line> {\n  Object day() { return Pattern.compile(\"a+\"); }\n}\n");

    assertThat(fixed)
        .contains("implements Comparable<Line> {\n  private static final Pattern DAY_PATTERN");
  }

  @Test
  void bracesInAnnotationsBeforeTheBodyAreNotItsBrace() {
    String fixed =
        FixedText.of(
            IMPORT
                + "@SuppressWarnings({\"a\", \"b\"})\nclass Log<@Deprecated T> {\n  Object day() { return Pattern.compile(\"a+\"); }\n}\n");

    assertThat(fixed)
        .contains("class Log<@Deprecated T> {\n  private static final Pattern DAY_PATTERN");
  }

  @Test
  void interfacesEnumsAndAnnotationsGetNoConstant() {
    String compile = "Pattern.compile(\"a+\")";
    for (String text :
        new String[] {
          IMPORT + "interface Log {\n  default Object day() { return " + compile + "; }\n}\n",
          IMPORT + "enum Log {\n  A;\n  Object day() { return " + compile + "; }\n}\n",
          IMPORT
              + "@interface Log {\n  class Part { Object day() { return "
              + compile
              + "; } }\n}\n"
        }) {
      assertThat(FixedText.of(text)).isEqualTo(text);
    }
  }

  @Test
  void textBlocksAndOtherAlphabetsSurvive() {
    String block = "\"\"\"\n      Größe\\s+\\u00e4?\n      \"\"\"";
    String fixed =
        FixedText.of(
            IMPORT
                + "class Übersicht {\n  /* ä */ Object größe() { return Pattern.compile("
                + block
                + "); } // 😀\n}\n");

    assertThat(fixed)
        .contains("private static final Pattern GRÖSSE_PATTERN = Pattern.compile(" + block + ");")
        .contains("/* ä */ Object größe() { return GRÖSSE_PATTERN; } // 😀");
  }
}
