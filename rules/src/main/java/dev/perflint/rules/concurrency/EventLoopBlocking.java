package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.lambdaPassedTo;
import static dev.perflint.match.Conditions.onThreadOf;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;
import static dev.perflint.match.Patterns.role;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.facts.HandlerThreads;
import dev.perflint.facts.MethodRoles;
import dev.perflint.facts.ValueOrigins;
import dev.perflint.knowledge.MemberPattern;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import java.util.List;
import java.util.Set;

/** Flags calls that wait on the thread of an event loop. */
@AutoService(RuleSource.class)
public final class EventLoopBlocking implements RuleSource {
  private static final Set<String> DONE = Set.of("isDone", "isSuccess", "isCompletedExceptionally");

  private static final List<MemberPattern> COMPLETED =
      List.of(
          MemberPattern.parse("java.util.concurrent.CompletionService#poll(*)"),
          MemberPattern.parse("java.util.concurrent.CompletionService#take()"));

  @Override
  public Rule rule() {
    return Rule.named("event-loop-blocking")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .outage("all else that the loop serves waits meanwhile")
        .effect("1 to 100 ms")
        .technique(Technique.EXECUTORS)
        .effort(Effort.HOURS_2)
        .summary("call that waits on the thread of an event loop")
        .why(
            """
            An event loop serves all of its connections with one thread. While a handler waits for a database, a peer
            or a clock, none of them is read or answered, and a future that the same loop has to complete never
            will be.""")
        .instead(
            "Use the client's asynchronous calls, or hand the work to a pool of its own: `executeBlocking` in Vert.x,"
                + " `subscribeOn(Schedulers.boundedElastic())` in Reactor, a handler with an executor group in Netty.")
        .caveat(
            "It does not matter where a handler of Netty is added to its pipeline with an executor group, or a verticle is"
                + " deployed as a worker: a project that does so anywhere is left alone.")
        .evidence(
            new Evidence.Benchmark(
                "Of 100 requests on a loop one waits 50 ms: the others were answered after 51 ms, after 1 ms where it"
                    + " waited elsewhere.",
                "event-loop-blocking"))
        .flag(
            anyOf(
                    role(Roles.REMOTE_CALL),
                    role(Roles.QUERY),
                    role(Roles.WAITS, "future"),
                    role(Roles.WAITS, "reactive"),
                    role(Roles.BLOCKS, "future"),
                    role(Roles.BLOCKS, "rpc"),
                    call("java.lang.Thread#sleep(*)"))
                .inside(
                    onThreadOf("event-loop", "reactive")
                        .and(
                            truth(
                                    "handlers have threads of their own",
                                    m -> HandlerThreads.anywhere())
                                .and(runsPer("event-loop"))
                                .not())))
        .unless(
            "known to be done",
            that("the method asks for it", EventLoopBlocking::asksWhetherDone)
                .or(that("it comes when it is done", EventLoopBlocking::comesDone)))
        .unless("reads a resource", that("of the class path", m -> m.callee().equals("openStream")))
        .unless("run by somebody else", lambdaPassedTo(Roles.RUNS_LATER))
        .say(
            m ->
                "`%s` in %s makes an event loop's thread wait, and all of its connections with it."
                    .formatted(m.callee(), m.methodName()))
        .supersedes("wait-without-deadline", "submit-then-get")
        .build();
  }

  /** What a completion service gives. */
  private static boolean comesDone(Match match) {
    return ValueOrigins.ofReceiver(match.site()).stream()
        .map(origin -> match.file().siteOf(origin, match.site()))
        .anyMatch(
            origin ->
                COMPLETED.stream()
                    .anyMatch(given -> match.file().calls().means(origin, given).mayBeReported()));
  }

  private static boolean asksWhetherDone(Match match) {
    return MethodRoles.callable(match.site().frame())
        .filter(EventLoopBlocking::hasDoneCheck)
        .isPresent();
  }

  private static boolean hasDoneCheck(CallableDeclaration<?> method) {
    return method
        .findFirst(MethodCallExpr.class, call -> DONE.contains(call.getNameAsString()))
        .isPresent();
  }
}
