package dev.perflint.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files whose content is wrong, each beside a good one that must come through. */
@Timeout(60)
class BadContentTest {
  @TempDir Path folder;

  @Test
  void aBrokenStatementLosesItselfOnly() throws IOException {
    Pipeline.Outcome outcome = scan(BadInputs.brokenStatement().getBytes(UTF_8));

    assertThat(outcome.methods().get("Bad.java")).containsExactly("bad", "fine");
    assertThat(outcome.messages()).isEqualTo("PARTLY_PARSED Bad.java:3 unexpected ';'\n");
  }

  @Test
  void manyProblemsAreSummedUp() throws IOException {
    Pipeline.Outcome outcome = scan(BadInputs.manyBrokenStatements(20).getBytes(UTF_8));

    assertThat(outcome.methods().get("Bad.java")).hasSize(20);
    assertThat(outcome.messages())
        .isEqualTo(
            """
            PARTLY_PARSED Bad.java:0 17 more syntax problems
            PARTLY_PARSED Bad.java:3 unexpected ';'
            PARTLY_PARSED Bad.java:6 unexpected ';'
            PARTLY_PARSED Bad.java:9 unexpected ';'
            """);
  }

  @Test
  void anUnclosedBraceLeavesNothing() throws IOException {
    assertNoTree(
        BadInputs.unbalancedBrace().getBytes(UTF_8),
        4,
        "not readable as Java: the file ends too early");
  }

  @Test
  void aMergeConflictIsNamedAsSuch() throws IOException {
    assertNoTree(BadInputs.mergeConflict().getBytes(UTF_8), 2, "unresolved merge conflict");
  }

  @Test
  void nulBytesAreShownAsAnEscape() throws IOException {
    assertNoTree(
        BadInputs.nulInCode().getBytes(UTF_8), 2, "not readable as Java: unexpected character");
  }

  @Test
  void randomBytesEndInANotice() throws IOException {
    for (long seed = 1; seed <= 50; seed++) {
      Pipeline.Outcome outcome = scan(BadInputs.randomBytes(seed, 1_000));

      assertThat(outcome.notices()).as("seed %d", seed).anyMatch(n -> n.kind().losesCode());
      assertThat(outcome.notices())
          .as("seed %d", seed)
          .allSatisfy(
              n ->
                  assertThat(n.message()).hasSizeLessThan(200).doesNotContainPattern("\\p{Cntrl}"));
    }
  }

  @Test
  void aLexicalErrorInsideALiteralIsNamed() throws IOException {
    assertNoTree(
        "class A {\n  String s = \"never closed;\n}\n".getBytes(UTF_8),
        2,
        "not readable as Java: unexpected character");
  }

  @Test
  void aLongConcatenationParses() throws IOException {
    assertTreeWithoutNotice(BadInputs.concatenation(50_000));
  }

  @Test
  void deepParenthesesParseOnTheLargeStack() throws IOException {
    assertTreeWithoutNotice(BadInputs.nestedParentheses(20_000));
  }

  @Test
  void aLongCallChainParses() throws IOException {
    assertTreeWithoutNotice(BadInputs.callChain(5_000));
  }

  @Test
  void thousandsOfMethodsParse() throws IOException {
    Pipeline.Outcome outcome = scan(BadInputs.manyMethods(30_000).getBytes(UTF_8));

    assertThat(outcome.methods().get("Bad.java")).hasSize(30_000);
    assertThat(outcome.notices()).isEmpty();
  }

  @Test
  void anEmptyFileIsNoProblem() throws IOException {
    assertTreeWithoutNotice("");
  }

  @Test
  void hostileContentIsOrdinaryJava() throws IOException {
    assertTreeWithoutNotice(BadInputs.hostileContent());
  }

  @Test
  void carriageReturnsEndLines() throws IOException {
    assertTreeWithoutNotice(BadInputs.carriageReturnsOnly());
  }

  @Test
  void aTooLargeFileIsLeftOutWithItsSize() throws IOException {
    Pipeline.Outcome outcome = scan(new byte[SourceReader.MAX_BYTES + 100_000]);

    assertThat(outcome.messages())
        .isEqualTo("SKIPPED Bad.java:0 10.1 MB is more than the limit of 10 MB\n");
  }

  @Test
  void everythingAtOnceLosesNothingGood() throws IOException {
    for (var file : BadInputs.files().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    Files.writeString(folder.resolve("Good.java"), BadInputs.GOOD);

    Pipeline.Outcome outcome = Pipeline.run(folder);

    assertThat(outcome.methods().get("Good.java")).containsExactly("answer");
    List<String> lost =
        outcome.notices().stream()
            .filter(n -> n.kind() == Notice.Kind.UNPARSABLE)
            .map(n -> n.path().orElseThrow())
            .toList();
    assertThat(lost).containsExactly("Conflict.java", "Nul.java", "Random.java", "Unbalanced.java");
  }

  private Pipeline.Outcome scan(byte[] bad) throws IOException {
    Files.write(folder.resolve("Bad.java"), bad);
    Files.writeString(folder.resolve("Good.java"), BadInputs.GOOD);
    Pipeline.Outcome outcome = Pipeline.run(folder);
    assertThat(outcome.methods().get("Good.java")).containsExactly("answer");
    return outcome;
  }

  private void assertTreeWithoutNotice(String text) throws IOException {
    Pipeline.Outcome outcome = scan(text.getBytes(UTF_8));
    assertThat(outcome.notices()).isEmpty();
    assertThat(outcome.methods()).containsKey("Bad.java");
  }

  private void assertNoTree(byte[] bytes, int line, String message) throws IOException {
    Pipeline.Outcome outcome = scan(bytes);
    assertThat(outcome.methods()).doesNotContainKey("Bad.java");
    assertThat(outcome.messages()).startsWith("UNPARSABLE Bad.java:" + line + " " + message);
    assertThat(outcome.notices()).hasSize(1);
  }
}
