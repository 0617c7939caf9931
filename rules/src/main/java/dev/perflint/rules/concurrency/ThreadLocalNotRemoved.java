package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.github.javaparser.ast.expr.Expression;
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
import java.util.Optional;

/** Flags values of thread locals that nothing ever takes away again. */
@AutoService(RuleSource.class)
public final class ThreadLocalNotRemoved implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("thread-local-not-removed")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PEDANTIC)
        .risk(Risk.GARBAGE)
        .effectFromKnowledge("the last value, for each thread of a pool, as long as it lives")
        .technique(Technique.OBJECT_REUSE)
        .effort(Effort.MINUTES_10)
        .userImpact("a thread that is done holds nothing of what it did")
        .summary("value of a thread local that nothing removes")
        .why(
            """
            The threads of a server are used again and again, and what a thread local was set to stays with each of them
            after the work is done: the last value of every thread, with all that it refers to, for as long as the pool
            lives, and for the next task to see by mistake. After a redeployment it keeps the old classes in memory.""")
        .instead(
            "Call `remove` in a `finally` around the work, or hand the value on as a parameter; from JDK 25 on a"
                + " `ScopedValue` ends by itself.")
        .caveat("It does not matter for small values, or for threads that end with the work.")
        .evidence(
            new Evidence.Reference(
                "By its documentation each thread holds a reference to its copy as long as the thread is alive and the"
                    + " thread local is accessible.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/ThreadLocal.html"))
        .flag(
            call("java.lang.ThreadLocal#set(Object)")
                .where(that("the class alone can reach it", ThreadLocalUse::isOwn)))
        .unless("removed again", that("the file removes it", ThreadLocalUse::isRemoved))
        .unless("put back in the end", that("a finally sets it", ThreadLocalUse::isRestored))
        .unless("kept for the thread", that("it is looked for", ThreadLocalUse::isKeptForThread))
        .unless(
            "the thread ends as well", that("its `run` sets it", ThreadLocalUse::endsWithThread))
        .unless(
            "in place of one that each thread has",
            that("it starts with a value", ThreadLocalUse::hasFirstValue))
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .say(ThreadLocalNotRemoved::message)
        .build();
  }

  private static String message(Match match) {
    String local =
        Optional.of(match.node())
            .filter(MethodCallExpr.class::isInstance)
            .flatMap(call -> ((MethodCallExpr) call).getScope())
            .map(Expression::toString)
            .orElse("it");
    return "What %s puts into `%s` stays with its thread: nothing removes it."
        .formatted(match.methodName(), local);
  }
}
