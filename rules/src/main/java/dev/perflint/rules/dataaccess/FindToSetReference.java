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

/** Flags rows that are read only to be referred to. */
@AutoService(RuleSource.class)
public final class FindToSetReference implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("find-to-set-reference")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("0.3 to 3 ms")
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .userImpact("what writes such rows answers sooner")
        .summary("row read only to set a reference to it")
        .why(
            """
            What is stored of a reference is the key, and the key is at hand: it is what the row was asked for with. The
            select in between is a round trip that brings columns nobody reads, and whatever the row loads with it.""")
        .instead(
            "Ask for a reference: `getReferenceById` of the repository, `getReference` of the entity manager. It sends"
                + " nothing until somebody reads more than the key.")
        .caveat(
            "A key that is in no table is then told by the foreign key when the row is written, not by `findById`; keep the"
                + " read where users are to be told of it first. In a transaction that has loaded the row already"
                + " nothing is sent either way.")
        .evidence(
            new Evidence.Count(
                "A row with n references sends n selects before its insert, with references none: Hibernate's"
                    + " statistics and any statement log show it."))
        .flag(
            on(MethodCallExpr.class, SetReferences::mayFind)
                .where(truth("nothing else becomes of it", SetReferences::areAllThatBecomesOfIt)))
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .say(SetReferences::message)
        .supersedes("repository-call-in-loop", "query-in-loop")
        .build();
  }
}
