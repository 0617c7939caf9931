package dev.perflint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.words.Nearest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "scan --frmat json            | unknown option '--frmat'; did you mean --format?",
        "scan --formt=json            | unknown option '--formt'; did you mean --format?",
        "scan --min-prio p1           | unknown option '--min-prio'; did you mean --min-priority?",
        "--verson                     | unknown option '--verson'; did you mean --version?",
        "scna src                     | unknown command 'scna'; did you mean perflint scan?",
        "rule                         | unknown command 'rule'; did you mean perflint rules?",
        "src                          | unknown command 'src'; did you mean perflint scan src?",
        "wibblewobble                 | unknown command 'wibblewobble' (see perflint --help)",
        "explain htp-client-per-call  | unknown rule 'htp-client-per-call'; did you mean http-client-per-call?",
        "explain xyz                  | unknown rule 'xyz'; perflint rules lists them",
        "scan --select conections     | unknown rule, theme or group 'conections'; did you mean connections?",
        "scan --ignore regex-compile-per-cal | did you mean regex-compile-per-call?",
        "rules --select pedantik      | did you mean pedantic?",
        "scan --format txt            | , markdown but was 'txt'; did you mean text?",
        "scan --output srif=a         | , markdown but was 'srif'; did you mean sarif?",
        "scan --output a.sarif        | 'a.sarif' is not FORMAT=FILE, such as sarif=perflint.sarif",
      })
  void wrongWordsAreNamedWithTheNearestRightOne(String line, String said) {
    Ran ran = Ran.with(FakeEngine.answering(Samples.report()), line.split(" "));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("perflint: ").contains(said).hasLineCount(1);
  }

  @Test
  void noHintWhereNothingIsNear() {
    assertThat(Nearest.to("zzz", List.of("scan", "rules"))).isEmpty();
    assertThat(Nearest.to("x", List.of("scan"))).isEmpty();
    assertThat(Nearest.to("", List.of("scan"))).isEmpty();
    assertThat(Nearest.to("--incl", List.of("--include-tests", "--include-generated"))).isEmpty();
  }

  @Test
  void caseDoesNotMatterAndTiesGoToTheFirstInTheAlphabet() {
    assertThat(Nearest.to("SCAN", List.of("scan"))).isEqualTo(Optional.of("scan"));
    assertThat(Nearest.to("cat", List.of("rat", "bat"))).isEqualTo(Optional.of("bat"));
  }

  @ParameterizedTest
  @CsvSource({
    "scan, scan, 0",
    "scan, scn, 1",
    "scn, scan, 1",
    "scan, scam, 1",
    "scan, scna, 1",
    "'', abc, 3",
    "kitten, sitting, 3",
    "abcd, badc, 2",
  })
  void distanceCountsSlipsOfTheFingers(String a, String b, int distance) {
    assertThat(Nearest.distance(a, b)).isEqualTo(distance);
    assertThat(Nearest.distance(b, a)).isEqualTo(distance);
  }

  @Test
  void anArgumentCannotSteerTheTerminal() {
    Ran ran = Ran.with(FakeEngine.answering(Samples.report()), "\u001b[2Jx\ny\u202e");
    assertThat(ran.err()).contains("'\\u001b[2Jx\\u000ay\\u202e'").hasLineCount(1);
  }
}
