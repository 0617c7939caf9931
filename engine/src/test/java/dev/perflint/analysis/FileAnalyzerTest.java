package dev.perflint.analysis;

import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;
import static dev.perflint.match.Patterns.on;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.perflint.SampleRule;
import dev.perflint.Sources;
import dev.perflint.match.Condition;
import dev.perflint.match.Conditions;
import dev.perflint.match.Pattern;
import dev.perflint.model.Notice;
import dev.perflint.model.Region;
import dev.perflint.rule.Rule;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileAnalyzerTest {
  private static final String TEXT =
      """
      package shop;
      class A {
        void f(String a) {
          try { a.trim(); } finally { }
          a.strip();
          a
              .trim()
              .strip();
          a.trim(); a.trim();
        }
      }
      """;
  private static final Pattern TRIMS = call("java.lang.String#trim()");

  private static FileAnalysis analysis(Rule... rules) {
    return Sources.of(TEXT).with(rules).analyses().get(0);
  }

  private static Condition failing(RuntimeException e) {
    return Conditions.that(
        "fails",
        match -> {
          throw e;
        });
  }

  @Test
  void aRuleThatThrowsBecomesOneNoticeAndTheOthersGoOn() {
    Rule broken =
        SampleRule.flagging(TRIMS)
            .unless("fails", failing(new IllegalStateException("no luck\nat all")))
            .build();
    Rule sound =
        dev.perflint.rule.Rule.named("sound-rule")
            .since("0.1")
            .theme(broken.doc().theme())
            .risk(broken.doc().risk())
            .effect("1 ms")
            .technique(broken.doc().technique())
            .effort(broken.doc().effort())
            .summary("s")
            .why("w")
            .instead("i")
            .caveat("c")
            .evidence(broken.doc().evidence())
            .flag(TRIMS)
            .say(match -> "found")
            .build();
    FileAnalysis analysis = analysis(broken, sound);
    assertThat(analysis.candidates())
        .extracting(Candidate::rule)
        .containsOnly(sound.id())
        .hasSize(4);
    assertThat(analysis.types()).isNotEmpty();
    assertThat(analysis.notices()).hasSize(1);
    Notice notice = analysis.notices().get(0);
    assertThat(notice.kind()).isEqualTo(Notice.Kind.RULE_CRASH);
    assertThat(notice.path()).contains("shop/A.java");
    assertThat(notice.rule()).contains(broken.id());
    assertThat(notice.line()).isEqualTo(4);
    assertThat(notice.message())
        .contains("sample-rule")
        .contains("IllegalStateException: no luck")
        .doesNotContain("at all")
        .contains("FileAnalyzerTest.java:");
  }

  @Test
  void messagesAndFixesMayThrowToo() {
    Rule message =
        SampleRule.flagging(TRIMS)
            .say(
                match -> {
                  throw new IllegalArgumentException();
                })
            .build();
    Rule fix =
        SampleRule.flagging(TRIMS)
            .fix(
                "fix",
                match -> {
                  throw new StackOverflowError();
                })
            .build();
    for (Rule rule : List.of(message, fix)) {
      FileAnalysis analysis = analysis(rule);
      assertThat(analysis.candidates()).isEmpty();
      assertThat(analysis.notices()).hasSize(1);
    }
  }

  @Test
  void aRuleLooksAtASiteOnce() {
    Rule rule =
        SampleRule.flagging(
                anyOf(
                    TRIMS,
                    on(MethodCallExpr.class, (file, site) -> Truth.SURE),
                    on(TryStmt.class, (file, site) -> Truth.SURE)))
            .build();
    assertThat(analysis(rule).candidates())
        .extracting(c -> c.region().startLine())
        .containsExactly(4, 4, 5, 7, 8, 9, 9);
  }

  @Test
  void placesAreTheNarrowestThatShowWhatIsMeant() {
    FileAnalysis analysis = analysis(SampleRule.flagging(TRIMS).build());
    assertThat(analysis.candidates())
        .extracting(Candidate::region)
        .containsExactly(
            new Region(4, 11, 4, 19),
            new Region(7, 10, 7, 16),
            new Region(9, 5, 9, 13),
            new Region(9, 15, 9, 23));
  }

  @Test
  void keysTellEqualSnippetsApartAndSurviveOtherEdits() {
    Rule rule = SampleRule.flagging(TRIMS).build();
    List<String> keys = analysis(rule).candidates().stream().map(Candidate::contentKey).toList();
    assertThat(keys).doesNotHaveDuplicates();
    String moved = TEXT.replace("class A {", "class A {\n\n  int added;");
    assertThat(Sources.of(moved).with(rule).analyses().get(0).candidates())
        .extracting(Candidate::contentKey)
        .containsExactlyElementsOf(keys);
    String anonymous =
        "class A { Runnable r = new Runnable() { public void run() { \"\".trim(); } }; }";
    assertThat(keyOf(rule, anonymous)).isEqualTo(keyOf(rule, "\n\n  " + anonymous));
  }

  private static Optional<String> keyOf(Rule rule, String text) {
    return Sources.of(text).with(rule).analyses().get(0).candidates().stream()
        .map(c -> c.contentKey() + c.member())
        .findFirst();
  }

  @Test
  void testsAreOnlyLookedAtByRulesThatAskForIt() {
    String text = TEXT.replace("class A", "class ATest");
    assertThat(
            Sources.of(text)
                .with(SampleRule.flagging(TRIMS).build())
                .analyses()
                .get(0)
                .candidates())
        .isEmpty();
    Rule both = SampleRule.flagging(TRIMS).alsoInTests().build();
    assertThat(Sources.of(text).with(both).analyses().get(0).candidates()).hasSize(4);
  }
}
