package dev.perflint.rules.collections;

import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags lists that are searched for each of many elements. */
@AutoService(RuleSource.class)
public final class ListContainsInLoop implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("list-contains-in-loop")
        .since("0.1")
        .theme(Theme.COLLECTIONS)
        .group(Group.PEDANTIC)
        .risk(Risk.LATENCY)
        .effect("0.01 to 10 ms: a hundred elements in a hundred, five thousand in five thousand")
        .costCoversLoop()
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .summary("list searched from its start for each of many elements")
        .why(
            """
            A list finds an element by comparing one after another. Asked for each of many elements, the work is the
            product of both sizes: a hundred in a hundred take ten microseconds, five thousand in five thousand ten
            milliseconds. A hash set looks at one place for each question.""")
        .instead(
            "Put what the list holds into a `HashSet` before the loop, or a `LinkedHashSet` where the order counts, and"
                + " ask that.")
        .caveat(
            "It does not matter for short lists; reported are lists of keys (`Long`, `UUID`), of rows and of lines. A"
                + " hash set needs elements whose `equals` and `hashCode` agree.")
        .evidence(
            new Evidence.Count(
                "n questions to a list of m elements make up to n * m calls of equals, to a hash set about n."))
        .flag(
            call(
                    "java.util.List#contains(Object)",
                    "java.util.List#containsAll(Collection)",
                    "java.util.List#indexOf(Object)",
                    "java.util.List#lastIndexOf(Object)")
                .where(that("many elements ask one list", m -> !ListSearch.loops(m).isEmpty()))
                .where(truth("the list grows with the data", ListSearch::grows)))
        .unless(
            "the position is wanted",
            that("it asks for more than presence", m -> !ListSearch.isMembership(m)))
        .unless(
            "collects distinct keys",
            truth("the loop fills the list itself", ListSearch::collectsDistinct))
        .unless("a short list", that("its size is known", ListSearch::isShort))
        .unless("asks a service on each pass", that("a pass does more", ListSearch::asksService))
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .say(ListSearch::message)
        .build();
  }
}
