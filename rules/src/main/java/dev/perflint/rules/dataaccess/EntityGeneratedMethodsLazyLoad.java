package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.MarkerAnnotationExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags toString() and hashCode() that Lombok writes for entities over what is loaded lazily. */
@AutoService(RuleSource.class)
public final class EntityGeneratedMethodsLazyLoad implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("entity-generated-methods-lazy-load")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PEDANTIC)
        .risk(Risk.LATENCY)
        .effect("0.3 to 3 ms")
        .technique(Technique.BATCHING)
        .effort(Effort.MINUTES_10)
        .userImpact("a line in the log or a set of entities no longer reads tables")
        .summary("generated methods of an entity that load lazy associations")
        .why(
            """
            Lombok's toString(), equals() and hashCode() use all fields. On an entity that loads each association that is
            not there yet, with a statement of its own: a line in the log or a HashSet of entities reads whole
            collections, and where the elements refer back, without an end. Nobody sees it in the code.""")
        .instead(
            "Use `@Getter` and `@Setter`, write equals() and hashCode() over the id or a business key, and mark"
                + " associations `@ToString.Exclude` and `@EqualsAndHashCode.Exclude`.")
        .caveat(
            "It does not matter where nothing prints, compares or collects the entity. Hibernate compares a list without"
                + " positions by what it is, so that only toString() loads it.")
        .evidence(
            new Evidence.Count(
                "Printing n entities with one lazy collection each sends n statements: Hibernate's statistics and any"
                    + " statement log show it."))
        .flag(
            anyOf(
                on(MarkerAnnotationExpr.class, GeneratedMethods::load),
                on(NormalAnnotationExpr.class, GeneratedMethods::load)))
        .say(GeneratedMethods::message)
        .build();
  }
}
