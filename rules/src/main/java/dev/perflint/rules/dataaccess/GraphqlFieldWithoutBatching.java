package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.that;
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

/** Flags fields of a GraphQL type that are asked for once for each of their parents. */
@AutoService(RuleSource.class)
public final class GraphqlFieldWithoutBatching implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("graphql-field-without-batching")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("0.3 to 3 ms")
        .technique(Technique.BATCHING)
        .effort(Effort.HOURS_1)
        .userImpact("answers with lists of such objects come sooner")
        .summary("field of a GraphQL type fetched parent by parent")
        .why(
            """
            The engine calls the method of a field once for each object that the answer has of its type. A query that
            asks for a hundred authors and their books runs one statement for the authors, and a hundred for the books;
            the client decides how many, and the loop stands in no code.""")
        .instead(
            "Take all parents at once: `@BatchMapping` with a list of them, or a `DataLoader` whose batch loader asks with"
                + " `in` for all keys that one level of the answer needs.")
        .caveat(
            "It does not matter where the schema gives one such object at a time and no list of them.")
        .evidence(
            new Evidence.Reference(
                "Spring for GraphQL says of batch loading that it is what solves the N+1 select problem.",
                "https://docs.spring.io/spring-graphql/reference/request-execution.html#execution.batching"))
        .flag(on(MethodCallExpr.class, ParentFields::mayAsk))
        .unless("one parent", that("a mutation has one", ParentFields::isOfOne))
        .unless("only on a cache miss", onCacheMiss())
        .unless("only after a failure", onFailure())
        .say(ParentFields::message)
        .build();
  }
}
