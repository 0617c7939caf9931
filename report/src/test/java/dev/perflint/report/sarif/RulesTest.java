package dev.perflint.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.model.RuleId;
import dev.perflint.report.SampleRules;
import dev.perflint.report.sarif.Sarif.Descriptor;
import dev.perflint.rule.RuleDoc;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static RuleDoc with(String id, String why) {
    RuleDoc d = SampleRules.WAIT;
    return new RuleDoc(
        new RuleId(id),
        d.since(),
        d.theme(),
        d.group(),
        d.risk(),
        d.cost(),
        d.effect(),
        d.heat(),
        d.jdk(),
        d.technique(),
        d.effort(),
        d.userImpact(),
        d.summary(),
        why,
        d.instead(),
        d.caveat(),
        d.evidence(),
        d.fixLabel(),
        d.pedantic());
  }

  @Test
  void aLongExplanationIsShortenedAtAWord() {
    Descriptor rule = Rules.descriptor(with("a-b", "slow word ".repeat(300)));
    assertThat(rule.fullDescription().text())
        .hasSizeLessThanOrEqualTo(1024)
        .hasSizeGreaterThan(1000)
        .endsWith("word …");
    assertThat(rule.help().text()).contains("slow word ".repeat(299));
  }

  @Test
  void aNameOfOneWordDiffersFromItsId() {
    assertThat(Rules.descriptor(with("finalizer", "x")).name()).isEqualTo("FinalizerRule");
    assertThat(Rules.descriptor(with("query-in-loop", "x")).name()).isEqualTo("QueryInLoop");
  }

  @Test
  void groupsArePrecisionAndOutagesAreWarnings() {
    Descriptor wait = Rules.descriptor(SampleRules.WAIT);
    assertThat(wait.properties().precision()).isEqualTo("medium");
    assertThat(wait.defaultConfiguration().level()).isEqualTo("warning");
    assertThat(wait.properties().tags()).containsExactly("performance", "timeouts");
    Descriptor regex = Rules.descriptor(SampleRules.REGEX);
    assertThat(regex.properties().precision()).isEqualTo("high");
    assertThat(regex.defaultConfiguration().level()).isEqualTo("note");
    assertThat(Rules.descriptor(SampleRules.POOL).properties().precision()).isEqualTo("low");
  }

  @Test
  void theHelpHasAdviceAndATableAndNoEmptySections() {
    RuleDoc piped = with("a-b", "x");
    assertThat(Rules.descriptor(piped).help().markdown())
        .contains("| Run-time JDK | 8-24 |")
        .contains("**Instead:** Pass a timeout: `get(2, SECONDS)` | `orTimeout`.")
        .doesNotContain("When it does not matter");
  }
}
