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

/** Flags new rows that are looked for before they are inserted. */
@AutoService(RuleSource.class)
public final class AssignedIdSelectBeforeInsert implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("assigned-id-select-before-insert")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("0.3 to 3 ms")
        .technique(Technique.ALGORITHM)
        .effort(Effort.HOURS_1)
        .userImpact("what stores such rows answers sooner")
        .summary("new row with a key of its own saved as if it might be there")
        .why(
            """
            `save` inserts what has no key yet. What has one may be in the table, so it is merged: a select looks for the
            row first, and copies it into the context. Of a key that was drawn a line before, the answer is known.""")
        .instead(
            "Let the entity say that it is new: implement `Persistable` with a flag that `@PostLoad` and `@PostPersist`"
                + " clear, or give it a `@Version` of a wrapper type, which is null until it is stored. Or call"
                + " `persist` of the entity manager, or let `@UuidGenerator` draw the key.")
        .caveat(
            "It does not matter for a row now and then, and where the row may be there the select is the point.")
        .evidence(
            new Evidence.Count(
                "n new rows send n selects that find nothing and n inserts: Hibernate's statistics and any statement"
                    + " log show it."))
        .flag(
            on(MethodCallExpr.class, AssignedRows::maySave)
                .where(truth("new rows with keys of their own", AssignedRows::areInserted)))
        .unless("the entity says so", truth("it knows whether it is new", AssignedRows::saySo))
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .say(AssignedRows::message)
        .build();
  }
}
