package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.inMigration;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;
import static dev.perflint.match.Patterns.role;

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

/** Flags statements whose text holds the values they are about. */
@AutoService(RuleSource.class)
public final class SqlBuiltByConcatenation implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("sql-built-by-concatenation")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PEDANTIC)
        .risk(Risk.THROUGHPUT)
        .effect("50 to 500 µs")
        .technique(Technique.OBJECT_REUSE)
        .effort(Effort.MINUTES_10)
        .userImpact("a quote in a name no longer breaks the query, and nobody can add to it")
        .summary("value put into the text of a query, which is another one each time")
        .why(
            """
            Whoever runs a query keeps what it made of the text: Hibernate its translation, the driver the prepared
            statement, the server the plan. They look it up by the text. With the value in it each value is another text,
            parsed and planned as if it had never been seen, and pushes one out that was worth keeping.""")
        .instead(
            "Leave a place for it and bind it: `?` with `setLong`, `:id` with `setParameter`, the arguments behind the"
                + " text of `JdbcTemplate`.")
        .caveat(
            "It does not matter for statements that run a few times a day. Names of tables and columns cannot be bound"
                + " and are left alone.")
        .evidence(
            new Evidence.Count(
                "n values are n entries in `pg_stat_statements` or `v$sql`, and n misses in Hibernate's query plan"
                    + " cache; bound they are one of each."))
        .flag(
            anyOf(
                    role(Roles.QUERY),
                    call(
                        "java.sql.Connection#prepareStatement(*)",
                        "java.sql.Statement#addBatch(String)",
                        "jakarta.persistence.EntityManager#createQuery(*)",
                        "jakarta.persistence.EntityManager#createNativeQuery(*)",
                        "javax.persistence.EntityManager#createQuery(*)",
                        "javax.persistence.EntityManager#createNativeQuery(*)",
                        "org.hibernate.Session#createQuery(*)",
                        "org.hibernate.Session#createNativeQuery(*)",
                        "org.hibernate.Session#createSQLQuery(*)",
                        "org.springframework.jdbc.core.simple.JdbcClient#sql(String)"))
                .where(truth("a value stands in its text", WrittenValues::areIn)))
        .unless("only after a failure", onFailure())
        .unless("nobody waits for it", runsPer("start-up", "command-line"))
        .unless("migrates once", inMigration())
        .say(WrittenValues::message)
        .build();
  }
}
