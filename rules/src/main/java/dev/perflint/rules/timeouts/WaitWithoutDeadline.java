package dev.perflint.rules.timeouts;

import static dev.perflint.match.Conditions.onThreadOf;
import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;
import static dev.perflint.match.Patterns.role;

import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Once;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags waits without a limit for remote work, on the thread of a request. */
@AutoService(RuleSource.class)
public final class WaitWithoutDeadline implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("wait-without-deadline")
        .since("0.1")
        .theme(Theme.TIMEOUTS)
        .group(Group.PREVIEW)
        .risk(Risk.OUTAGE)
        .effectFromKnowledge(
            "one request thread waiting for ever when the remote side never answers")
        .technique(Technique.CANCELLATION)
        .effort(Effort.HOURS_1)
        .userImpact("a slow remote side gives an error after the limit instead of no answer")
        .summary("wait without a limit for remote work on a request's thread")
        .why(
            """
            `get()` and `join()` return when the result is there, and not before. When a remote side hangs, each
            request that waits for it keeps its thread; soon all threads wait, and the service answers nobody.""")
        .instead(
            "Wait with a limit, `get(2, TimeUnit.SECONDS)`, and act on the TimeoutException; put a limit into the remote"
                + " call itself too, since leaving the wait does not stop the work.")
        .caveat(
            "It does not matter where the remote call has its own total time limit, so that it always ends soon; a Kafka"
                + " producer gives up by itself, but only after two minutes unless configured.")
        .evidence(
            new Evidence.Reference(
                "By its documentation get() without arguments waits for as long as the "
                    + "computation takes; only the other get() gives up.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/Future.html"))
        .flag(
            anyOf(
                call("java.util.concurrent.CountDownLatch#await()"),
                role(Roles.WAITS, "reactive"),
                role(Roles.WAITS, "future")
                    .where(
                        truth("over remote work", RemoteWork::isWaitedFor)
                            .or(that("a library began it", RemoteWork::isBegunByLibrary)))))
        .unless("known to be done", that("isDone was asked", RemoteWork::isKnownDone))
        .unless("limited by orTimeout", that("the future has a limit", RemoteWork::hasLimit))
        .unless("the request has a limit", that("the request has one", RemoteWork::sendsLimit))
        .unless("runs once", runsOnce().or(runsPer("start-up", "command-line")))
        .pedanticUnless(
            that("for a future", WaitWithoutDeadline::isForFuture)
                .and(truth("over remote work", RemoteWork::isWaitedFor))
                .and(onThreadOf("request", "message", "event-loop", "reactive")),
            "waits for a latch or publisher, and those of which nothing shows that they keep a request's thread")
        .once(Once.PER_FILE)
        .say(WaitWithoutDeadline::message)
        .build();
  }

  private static boolean isForFuture(Match match) {
    return match.known().filter(known -> known.kind().equals("future")).isPresent();
  }

  private static String message(Match match) {
    if (RemoteWork.isMessaging(match)) {
      return "`%s` in %s waits for the broker, as long as the producer tries: two minutes unless configured."
          .formatted(match.callee(), match.methodName());
    }
    return "`%s` in %s waits without a limit%s."
        .formatted(
            match.callee(),
            match.methodName(),
            isForFuture(match) && !RemoteWork.isWaitedFor(match).isNo()
                ? " for remote work" + Rule.VIA
                : "");
  }
}
