package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
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

/** Flags collections that come with each row, wanted or not. */
@AutoService(RuleSource.class)
public final class JpaEagerAssociation implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("jpa-eager-association")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effect("0.3 to 3 ms")
        .heatOfUse(Roles.QUERY)
        .technique(Technique.BATCHING)
        .effort(Effort.HOURS_2)
        .userImpact("reading the entity no longer reads what nobody asked for")
        .summary("collection of an entity loaded with every row")
        .why(
            """
            Whoever loads the entity loads its collection as well: by a join that multiplies the rows, or, behind a query
            of one's own, by one more statement for each row. No query can turn that off, so code that only wants a name
            pays for it too, and what the elements load eagerly comes on top.""")
        .instead(
            "Leave it lazy, as collections are by default, and say where it is needed: `join fetch` in the query or"
                + " `@EntityGraph` on the repository's method. Code that uses the collection outside of a transaction has"
                + " relied on it and needs the fetch.")
        .caveat(
            "It does not matter for an entity that is loaded one at a time and never without its collection, such as a"
                + " user with three roles at login.")
        .evidence(
            new Evidence.Count(
                "A query for n such entities sends n + 1 statements: Hibernate's statistics and any statement log show"
                    + " it."))
        .flag(
            anyOf(
                on(NormalAnnotationExpr.class, Mappings::isEagerMany),
                on(SingleMemberAnnotationExpr.class, Mappings::isEagerManyByOption)))
        .unless("loaded together", that("an annotation says so", Mappings::isLoadedTogether))
        .say(
            m ->
                "%s is loaded with every row, whoever reads it.".formatted(Mappings.association(m)))
        .build();
  }
}
