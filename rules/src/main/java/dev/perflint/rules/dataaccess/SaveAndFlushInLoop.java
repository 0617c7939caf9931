package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.loopOverElements;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.on;
import static dev.perflint.match.Patterns.role;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.google.auto.service.AutoService;
import dev.perflint.facts.Loop;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags flushes of a persistence context for each of many elements. */
@AutoService(RuleSource.class)
public final class SaveAndFlushInLoop implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("save-and-flush-in-loop")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .risk(Risk.THROUGHPUT)
        .effect("0.5 to 5 ms")
        .technique(Technique.BATCHING)
        .effort(Effort.HOURS_1)
        .userImpact("an error of the database is told at the end, not for each element")
        .summary("persistence context flushed for each element of a loop")
        .why(
            """
            A flush looks at every entity that the context holds and sends its statements at once. In a loop each pass
            looks at all that were there before, so the work grows with the square of the elements, and nothing is left
            to be sent as a batch.""")
        .instead(
            "Use `save` or `persist` in one transaction and let it flush at the end, or `flush` and `clear` every 50 to"
                + " 1000 elements. The statements go out in batches only with `hibernate.jdbc.batch_size`, and inserts"
                + " only where the database does not make the ids (`IDENTITY`).")
        .caveat(
            "Where each element must fail by itself, or a statement that Hibernate does not see reads it at once, the"
                + " flush is needed.")
        .evidence(
            new Evidence.Count(
                "A loop over n elements flushes n times and compares n² / 2 entities with what was read. Hibernate's"
                    + " statistics count both."))
        .flag(
            anyOf(
                    role(Roles.FLUSH),
                    on(MethodCallExpr.class, Statements::mayFlush),
                    on(MethodReferenceExpr.class, Statements::mayFlush))
                .inside(loopOverElements()))
        .unless("each pass does many", that("the pass has a loop", Commits::hasInnerLoop))
        .unless(
            "goes on after a failure", that("a handler is around", RowBatches::toleratesFailure))
        .unless("once for a batch", that("a guard counts", BatchGuards::isOncePerBatch))
        .unless("only on a cache miss", onCacheMiss())
        .unless("only after a failure", onFailure())
        .unless("runs at start-up", runsPer("start-up"))
        .pedanticUnless(
            runsPer(
                "request", "message", "event-loop", "reactive", "scheduled", "batch", "library"),
            "loops to which no request, message or job is known to lead, most of which go through a few")
        .say(SaveAndFlushInLoop::message)
        .supersedes("repository-call-in-loop", "query-in-loop")
        .build();
  }

  private static String message(Match match) {
    String loop = match.elementLoops().stream().findFirst().map(Loop::text).orElse("");
    String way = match.known().isPresent() ? "" : Rule.VIA;
    return "`%s` flushes%s for each element: %s.".formatted(match.callee(), way, loop);
  }
}
