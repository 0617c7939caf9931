package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.configured;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
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

/** Flags what a query has not loaded and each row then loads for itself. */
@AutoService(RuleSource.class)
public final class LazyAssociationInLoop implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("lazy-association-in-loop")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("0.3 to 3 ms")
        .technique(Technique.BATCHING)
        .effort(Effort.MINUTES_10)
        .userImpact("pages with lists of such rows come sooner")
        .summary("lazy association loaded row by row in a loop")
        .why(
            """
            A lazy association is loaded when it is first used, for that one row. In a loop over the rows of a query each
            pass sends a statement that nobody wrote: one query for the list, and one more for every row of it.""")
        .instead(
            "Say in the query what the loop needs: `join fetch`, `@EntityGraph` on the repository's method, or a"
                + " projection. Where many places need it, `@BatchSize` or `hibernate.default_batch_fetch_size` loads"
                + " what tens of rows refer to with one statement.")
        .caveat(
            "It does not matter where the rows are few or all refer to the same few others, which a persistence"
                + " context loads once. Two collections must not be fetched with one query: their rows multiply.")
        .evidence(
            new Evidence.Count(
                "A list of n rows sends n + 1 statements, with a `join fetch` one: Hibernate's statistics and any"
                    + " statement log show it."))
        .flag(
            anyOf(
                    on(MethodCallExpr.class, LazyRows::areAsked),
                    on(MethodReferenceExpr.class, LazyRows::areAsked),
                    on(ObjectCreationExpr.class, LazyRows::areAsked))
                .where(truth("a query gives the rows without it", LazyRows::areBare)))
        .unless("loaded together", configured(Roles.LOADS_TOGETHER))
        .unless("the query is told to", that("the method around fetches", LazyRows::areFetchedHere))
        .unless("all refer to the same", that("which they are asked by", LazyRows::referToTheSame))
        .unless("asks for more itself", truth("the call runs a query", LazyRows::runsQuery))
        .unless("only on a cache miss", onCacheMiss())
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .say(LazyRows::message)
        .build();
  }
}
