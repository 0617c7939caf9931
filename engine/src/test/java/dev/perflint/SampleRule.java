package dev.perflint;

import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.match.Pattern;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleBuilder;
import dev.perflint.rule.Technique;
import dev.perflint.rule.Urgency;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;

/** A rule that is complete but for what a test is about. */
public final class SampleRule {
  private SampleRule() {}

  /** Costs 10 µs, no outage. */
  public static RuleBuilder flagging(Pattern pattern) {
    return withoutCost(pattern).effect("10 µs");
  }

  /** Calls of a method that has that effect, directly or through others. */
  public static Rule ofCallsThat(String effect) {
    return flagging(
            on(MethodCallExpr.class, (file, site) -> Truth.SURE)
                .where(
                    truth(
                        "it does",
                        match ->
                            Truth.open(
                                new Question.Does(
                                    match.file().calls().method(match.site()), effect)))))
        .build();
  }

  /** Nobody knows what one execution costs. */
  public static RuleBuilder withoutCost(Pattern pattern) {
    return Rule.named("sample-rule")
        .since("0.1")
        .theme(Theme.TEXT)
        .risk(Risk.LATENCY)
        .effectFromKnowledge("unknown")
        .urgent(Urgency.ANYWHERE)
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .summary("a sample")
        .why("It is a sample.")
        .instead("Do without it.")
        .caveat("It never matters.")
        .evidence(new Evidence.Count("one"))
        .flag(pattern)
        .say(match -> "`" + match.callee() + "` is called" + Rule.VIA);
  }
}
