package dev.perflint.rules.text;

import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.AssignExpr;
import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags texts that a loop makes longer by one concatenation a pass. */
@AutoService(RuleSource.class)
public final class StringConcatInLoop implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("string-concat-in-loop")
        .since("0.1")
        .theme(Theme.TEXT)
        .group(Group.PEDANTIC)
        .risk(Risk.GARBAGE)
        .effect("10 µs and 100 kB for a hundred passes, a hundred times that for a thousand")
        .costCoversLoop()
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .summary("text copied as a whole on each pass of a loop")
        .why(
            """
            A String cannot grow: each concatenation copies all that is there already into a new one. So the work grows
            with the square of the number of passes. A hundred passes that add twenty characters each copy a hundred
            kilobytes, a thousand passes ten megabytes.""")
        .instead(
            "Append to one `StringBuilder` and call `toString` behind the loop, or use `String.join` or"
                + " `Collectors.joining`.")
        .caveat("It does not matter for a handful of passes.")
        .evidence(
            new Evidence.Count(
                "n passes that add k characters each copy k * n * (n + 1) / 2 characters; an allocation profile shows"
                    + " them."))
        .flag(
            on(AssignExpr.class, TextGrowth::isAppend)
                .where(that("it is the first that makes the text longer", TextGrowth::isFirst)))
        .pedanticUnless(
            that("it is no statement of a database", m -> !StatementTexts.isGrowing(m))
                .and(that("it collects no errors", m -> !ColdTexts.collectsErrors(m))),
            "the text of a statement, for which the database takes far longer, and what a check has found wrong, of"
                + " which there is little")
        .unless("adds the same on each pass", that("it pads", TextGrowth::addsTheSame))
        .unless("goes through a constant", that("its size is constant", ShortLoops::overConstant))
        .unless("goes through the pieces of a text", that("it is split", ShortLoops::overPieces))
        .unless("asks a service on each pass", that("a pass does more", ShortLoops::asksService))
        .unless("describes an object", that("it is for toString", ColdTexts::isDescription))
        .unless("text of an exception", that("it is thrown", ColdTexts::isForException))
        .unless("only at a log level", that("a guard asks", m -> m.surroundings().logGuarded()))
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .say(
            m ->
                "`%s` is copied as a whole on each pass: %s."
                    .formatted(
                        TextGrowth.variable(m).orElseThrow().name(),
                        TextGrowth.loops(m).get(0).text()))
        .build();
  }
}
