package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags loops that go through a table by the number of rows they have seen. */
@AutoService(RuleSource.class)
public final class DeepOffsetPaging implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("deep-offset-paging")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PEDANTIC)
        .risk(Risk.LATENCY)
        .effect("1 to 100 ms")
        .technique(Technique.ALGORITHM)
        .effort(Effort.HOURS_1)
        .userImpact("the job takes twice as long for twice the rows, no longer four times")
        .summary("table gone through page by page, each of which skips all rows before it")
        .why(
            """
            A database that is to skip a hundred thousand rows reads them and throws them away. A loop over all pages
            reads the first rows for each of them: a million rows in pages of a thousand are 500 million that are read.
            Rows that are added or removed meanwhile shift the pages, and some are seen twice or never.""")
        .instead(
            "Remember the last key and ask for what follows: `where id > :last order by id` with a limit, a"
                + " `ScrollPosition.keyset()` of Spring Data, `search_after` or a cursor mark of a search engine. Or read"
                + " all with one query and a cursor: a stream with a fetch size.")
        .caveat("It does not matter for some tens of pages.")
        .evidence(
            new Evidence.Count(
                "The plan of a query with `offset n` reads n rows more than it returns, which `explain analyze` shows."))
        .flag(
            call(
                    "org.springframework.data.domain.PageRequest#of(*)",
                    "org.springframework.data.domain.Pageable#next()",
                    "org.springframework.data.domain.Slice#nextPageable()",
                    "org.springframework.data.domain.Page#nextPageable()",
                    "jakarta.persistence.Query#setFirstResult(int)",
                    "jakarta.persistence.TypedQuery#setFirstResult(int)",
                    "javax.persistence.Query#setFirstResult(int)",
                    "javax.persistence.TypedQuery#setFirstResult(int)",
                    "org.hibernate.query.Query#setFirstResult(int)",
                    "org.apache.solr.client.solrj.SolrQuery#setStart(Integer)",
                    "com.mongodb.client.FindIterable#skip(int)",
                    "com.baomidou.mybatisplus.extension.plugins.pagination.Page#of(*)",
                    "com.baomidou.mybatisplus.extension.plugins.pagination.Page#new(*)")
                .where(that("the loop goes on from page to page", GrowingOffsets::goesOn)))
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .say(GrowingOffsets::message)
        .build();
  }
}
