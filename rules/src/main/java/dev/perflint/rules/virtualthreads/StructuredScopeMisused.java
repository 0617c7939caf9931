package dev.perflint.rules.virtualthreads;

import static dev.perflint.match.Conditions.onThreadOf;
import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.JdkRange;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags scopes that wait for subtasks whose results nobody can use, or without a limit. */
@AutoService(RuleSource.class)
public final class StructuredScopeMisused implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("structured-scope-misused")
        .since("0.1")
        .theme(Theme.VIRTUAL_THREADS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge("waiting for the slowest subtask after the first one has failed")
        .jdk(new JdkRange(21, Integer.MAX_VALUE))
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("an error comes as soon as the first part fails, and a slow part has a limit")
        .summary("scope that waits for all subtasks after one has failed, or without a limit")
        .why(
            """
            A plain scope, or one with `Joiner.awaitAll()`, lets every subtask run to its end. Where the code then takes the
            result of each, one that failed ends it all: what the others did until then was for nothing, and the
            caller waited for the slowest of them. A join without a limit waits as long as the slowest peer likes.""")
        .instead(
            "On JDK 21 to 24 use `ShutdownOnFailure` and `joinUntil(deadline)`; from 25 on `StructuredTaskScope.open()` or"
                + " `Joiner.allSuccessfulOrThrow()`, and a configuration `withTimeout`.")
        .caveat(
            "It does not matter where the subtasks change something and each must end, or where each of the calls has a"
                + " time limit of its own that is short enough for all.")
        .evidence(
            new Evidence.Reference(
                "By the documentation of JDK 25 a joiner that awaits all is useful for subtasks that work by side effects"
                    + " rather than return results or fail.",
                "https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/util/concurrent/StructuredTaskScope.Joiner.html"))
        .flag(
            anyOf(
                call(
                        "java.util.concurrent.StructuredTaskScope#new(*)",
                        "java.util.concurrent.StructuredTaskScope#open(*)")
                    .where(that("one failure decides", SubtaskScopes::waitsInVain)),
                call(
                        "java.util.concurrent.StructuredTaskScope#join()",
                        "java.util.concurrent.StructuredTaskScope.ShutdownOnFailure#join()",
                        "java.util.concurrent.StructuredTaskScope.ShutdownOnSuccess#join()")
                    .where(that("the scope has no limit", SubtaskScopes::joinsWithoutLimit))
                    .where(truth("a subtask is remote", SubtaskScopes::isRemote))))
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .pedanticUnless(
            that("a scope, not a wait", m -> !SubtaskScopes.isJoin(m))
                .or(onThreadOf("request", "message", "event-loop", "reactive")),
            "joins of which nothing shows that they keep a request waiting")
        .say(StructuredScopeMisused::message)
        .build();
  }

  private static String message(Match match) {
    return SubtaskScopes.isJoin(match)
        ? "`%s` in %s waits without a limit for subtasks that ask a remote side%s."
            .formatted(match.callee(), match.methodName(), Rule.VIA)
        : "This scope waits for all of its subtasks, though %s fails when the first of them has failed."
            .formatted(match.methodName());
  }
}
