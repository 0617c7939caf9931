package dev.perflint.checkstyle;

import static dev.perflint.checkstyle.Audit.checker;
import static dev.perflint.checkstyle.Audit.perflint;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkstyle's own suppressions, and perflint's. */
class SuppressionTest {
  private static final String HOLDER =
      "<module name=\"TreeWalker\"><module name=\"SuppressWarningsHolder\"/></module>";
  private static final String FILTER = "<module name=\"SuppressWarningsFilter\"/>";

  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    shop = Shop.in(folder);
  }

  private Path annotate(String name, String annotation) throws IOException {
    String text = Files.readString(shop.source(name));
    return Files.writeString(
        shop.source(name),
        text.replace("\n@RestController", "\n" + annotation + " @RestController"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message=\"\\[repository-call-in-loop\\]\"",
        "id=\"perflint.repository-call-in-loop\"",
        "checks=\"Perflint\""
      })
  void aFileOfSuppressionsNamesRules(String which) throws Exception {
    Path file =
        shop.write(
            "suppressions.xml",
            """
            <!DOCTYPE suppressions PUBLIC
                "-//Checkstyle//DTD SuppressionFilter Configuration 1.2//EN"
                "https://checkstyle.org/dtds/suppressions_1_2.dtd">
            <suppressions>
              <suppress files="Page" %s/>
              <suppress files="Words" id="perflint.no-such-rule"/>
            </suppressions>
            """
                .formatted(which));
    String filter =
        "<module name=\"SuppressionFilter\"><property name=\"file\" value=\"%s\"/></module>"
            .formatted(file);
    assertThat(Audit.places(checker(filter, perflint()), shop.sources()))
        .containsExactly(Shop.REGEX);
  }

  /** Whichever file Checkstyle walks last, and on whichever side of its TreeWalker perflint is. */
  @Test
  void anAnnotationHoldsInItsOwnFileOnly() throws Exception {
    for (String name : new String[] {"Page.java", "Words.java"}) {
      Shop.in(folder);
      annotate(
          name,
          name.equals("Page.java")
              ? "@SuppressWarnings(\"checkstyle:perflint\")"
              : "@SuppressWarnings(\"checkstyle:perflint.regex-compile-per-call\")");
      String left = name.equals("Page.java") ? Shop.REGEX : Shop.CALL_IN_LOOP;
      assertThat(Audit.places(checker(HOLDER, FILTER, perflint()), shop.sources()))
          .containsExactly(left);
      assertThat(Audit.places(checker(perflint(), FILTER, HOLDER), shop.sources()))
          .containsExactly(left);
    }
  }

  @Test
  void withoutTheFilterTheAnnotationSaysNothingToPerflint() throws Exception {
    annotate("Page.java", "@SuppressWarnings(\"checkstyle:perflint\")");
    assertThat(Audit.places(checker(HOLDER, perflint()), shop.sources()))
        .containsExactly(Shop.CALL_IN_LOOP, Shop.REGEX);
  }

  @Test
  void aliasesHold() throws Exception {
    annotate("Page.java", "@SuppressWarnings(\"slow\")");
    String holder =
        """
        <module name="TreeWalker"><module name="SuppressWarningsHolder">
          <property name="aliasList" value="dev.perflint.checkstyle.PerflintCheck=slow"/>
        </module></module>
        """;
    try {
      assertThat(Audit.places(checker(holder, FILTER, perflint()), shop.sources()))
          .containsExactly(Shop.REGEX);
    } finally {
      // Aliases are Checkstyle's, for all of the process.
      holder = holder.replace("=slow", "=perflint");
      Audit.places(checker(holder, FILTER, perflint()), shop.sources());
    }
  }

  @Test
  void plainTextCommentsHold() throws Exception {
    String text = Files.readString(shop.source("Page.java"));
    Files.writeString(
        shop.source("Page.java"),
        text.replace("    for (", "    // CHECKSTYLE:OFF\n    for (")
            .replace("    return", "    // CHECKSTYLE:ON\n    return"));
    String filter = "<module name=\"SuppressWithPlainTextCommentFilter\"/>";
    assertThat(Audit.places(checker(filter, perflint()), shop.sources()))
        .containsExactly(Shop.REGEX);
    assertThat(Audit.places(checker(perflint()), shop.sources())).hasSize(2);
  }

  @Test
  void perflintsOwnHold() throws Exception {
    annotate("Page.java", "@SuppressWarnings(\"perflint:repository-call-in-loop\")");
    String text = Files.readString(shop.source("Words.java"));
    Files.writeString(
        shop.source("Words.java"),
        text.replace("+)*\")) {", "+)*\")) { // perflint:ignore regex-compile-per-call -- rare"));
    assertThat(Audit.places(checker(perflint()), shop.sources())).isEmpty();
  }
}
