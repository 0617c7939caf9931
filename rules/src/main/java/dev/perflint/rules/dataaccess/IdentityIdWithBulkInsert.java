package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.configured;
import static dev.perflint.match.Conditions.loopOverElements;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags inserts of many entities that a batch size is set for and that their keys keep apart. */
@AutoService(RuleSource.class)
public final class IdentityIdWithBulkInsert implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("identity-id-with-bulk-insert")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.THROUGHPUT)
        .effect("0.3 to 3 ms")
        .technique(Technique.BATCHING)
        .effort(Effort.HOURS_2)
        .userImpact("imports and other writes of many rows end sooner")
        .summary("batches of inserts asked for, of entities whose keys the table gives")
        .why(
            """
            A persistence context must know the key of what it holds. Where an identity column gives it, the insert is
            sent at once and alone to learn it: Hibernate switches batches of inserts off for such entities, whatever
            `hibernate.jdbc.batch_size` says. A thousand rows are a thousand round trips, `saveAll` or not.""")
        .instead(
            "Let a sequence give the keys (`GenerationType.SEQUENCE` with an `allocationSize` of 50, which is also the"
                + " increment of the sequence in the database), and set `hibernate.jdbc.batch_size`. MySQL has no"
                + " sequences: insert such rows with `JdbcTemplate.batchUpdate`, and `rewriteBatchedStatements=true` in"
                + " the URL.")
        .caveat(
            "It does not matter for a handful of rows; where no batch size is set the rule is silent. Updates and deletes of such entities are sent in batches all"
                + " the same.")
        .evidence(
            new Evidence.Reference(
                "Hibernate's guide says of batches that those of inserts are off for keys of the kind IDENTITY.",
                "https://docs.redhat.com/en/documentation/Red_Hat_JBoss_Web_Server/2.1/html/"
                    + "hibernate_core_reference_guide/chap-batch_processing"))
        .flag(
            anyOf(
                    on(MethodCallExpr.class, IdentityRows::isOfMany),
                    on(MethodCallExpr.class, IdentityRows::isOfOne).inside(loopOverElements()))
                .where(
                    truth("new rows with keys of the table", IdentityRows::areInserted)
                        .and(configured(Roles.BATCHES_WRITES))))
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .say(IdentityRows::message)
        .supersedes("repository-call-in-loop", "query-in-loop")
        .build();
  }
}
