package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags lists of whole rows of which one column is used. */
@AutoService(RuleSource.class)
public final class UnprojectedRead implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("unprojected-read")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("1 to 10 µs")
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .userImpact("what needs the list answers sooner, and makes less garbage")
        .summary("list of whole rows read for one column of them")
        .why(
            """
            Each row comes over the wire with all its columns, becomes an object that the persistence context keeps and
            compares at the end, and brings along whatever it refers to eagerly, with a statement each where no join was
            asked for. Of all that one value is used.""")
        .instead(
            "Ask for the column: `select u.id from User u where ...` in `@Query`, or a projection, an interface or record"
                + " with that one property.")
        .caveat("It does not matter for narrow rows that refer to nothing, and for a few of them.")
        .evidence(
            new Evidence.Count(
                "n rows are n objects with all their fields in the persistence context, and n further statements for each"
                    + " eager reference. Hibernate's statistics count both."))
        .flag(
            on(MethodCallExpr.class, OneColumn::mayBeRead)
                .where(truth("one column is used", OneColumn::isAllThatIsUsed)))
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .pedanticUnless(
            truth("the rows are wide", OneColumn::isOfWideRows),
            "reads of rows without large columns and eager references")
        .say(OneColumn::message)
        .build();
  }
}
