package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags streams that wait for each task before they start the next one. */
@AutoService(RuleSource.class)
public final class FuturesJoinedInStream implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("futures-joined-in-stream")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge("all waits one after another instead of the longest alone")
        .technique(Technique.EXECUTORS)
        .effort(Effort.MINUTES_10)
        .userImpact("the answer comes as soon as the slowest part of it")
        .summary("tasks started and joined one by one in the same stream")
        .why(
            """
            A sequential stream takes one element through all of its steps before it looks at the next. A step that
            starts a task and a later one that waits for it do so for the first element, then for the second: no two
            tasks ever run at the same time, and each costs the hand-over to another thread on top.""")
        .instead(
            "Collect the futures into a list first, and join them in a second stream over it, or with"
                + " `CompletableFuture.allOf`.")
        .caveat("It does not matter for a stream of one element.")
        .evidence(
            new Evidence.Reference(
                "The documentation of streams says that intermediate operations are lazy and that elements may be"
                    + " processed in a single pass.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/stream/package-summary.html"))
        .flag(
            call(
                    "java.util.concurrent.CompletableFuture#join()",
                    "java.util.concurrent.CompletableFuture#get()",
                    "java.util.concurrent.Future#get()")
                .where(
                    that(
                        "the same stream starts its task",
                        m -> LazyJoins.startedBy(m).isPresent())))
        .supersedes("wait-without-deadline")
        .say(FuturesJoinedInStream::message)
        .build();
  }

  private static String message(Match match) {
    return "The stream in %s waits for what `%s` has started before it starts the next one."
        .formatted(
            match.methodName(),
            LazyJoins.startedBy(match).map(MethodCallExpr::getNameAsString).orElse("it"));
  }
}
