package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags pages of rows that are fetched with their collections. */
@AutoService(RuleSource.class)
public final class CollectionFetchWithPaging implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("collection-fetch-with-paging")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .outage("all rows come into the heap for the sake of one page")
        .effect("1 to 100 ms")
        .technique(Technique.ALGORITHM)
        .effort(Effort.HOURS_1)
        .userImpact("the first page comes as soon with a million rows as with a thousand")
        .summary("page of rows cut in memory, since the query fetches a collection along")
        .why(
            """
            A row that is joined with its collection comes once for each element, so the database cannot tell where a page
            ends. Hibernate therefore reads all that the query matches, makes objects of it and throws away what is not on
            the page; of that it says nothing but a warning, HHH90003004. The time and the memory of a page grow with the
            table.""")
        .instead(
            "Ask for a page of ids first and fetch the rows of these with their collections, or leave the collection"
                + " lazy and load it for the page together: `@BatchSize` or `hibernate.default_batch_fetch_size`."
                + " `hibernate.query.fail_on_pagination_over_collection_fetch` makes an error of it.")
        .caveat(
            "It does not matter where the query matches a handful of rows whatever page is asked for.")
        .evidence(
            new Evidence.Count(
                "The statement that Hibernate logs has no limit, and the rows that the driver reads are those of the"
                    + " whole result."))
        .flag(
            anyOf(
                on(NormalAnnotationExpr.class, FetchJoins::arePaged),
                on(SingleMemberAnnotationExpr.class, FetchJoins::arePaged),
                on(MethodCallExpr.class, FetchJoins::areLimited)))
        .unless("runs at start-up", runsPer("start-up"))
        .say(FetchJoins::message)
        .build();
  }
}
