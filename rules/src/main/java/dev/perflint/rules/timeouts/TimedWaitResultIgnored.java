package dev.perflint.rules.timeouts;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;

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

/** Flags waits with a limit after which nobody knows whether the limit was over. */
@AutoService(RuleSource.class)
public final class TimedWaitResultIgnored implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("timed-wait-result-ignored")
        .since("0.1")
        .theme(Theme.TIMEOUTS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge("work goes on as if all were done; what did not fit is lost")
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("what did not come in time is reported instead of passed over")
        .summary("result of a wait with a limit thrown away")
        .why(
            """
            A wait with a limit does not throw when the limit is over: it returns false. Who does not look goes on with
            half of the results, outside of the lock that it wanted, or with an element that is in no queue; and the
            limit, which costs its full time on each such call, shows up nowhere.""")
        .instead(
            "Look at the result: fail, log, or cancel what is still running. An `InterruptedException` is no sign that"
                + " the time is over.")
        .caveat(
            "It does not matter at the end of a program, where there is nothing left to be done, and where what came in"
                + " time is all that is wanted.")
        .evidence(
            new Evidence.Reference(
                "By its documentation await returns false when the waiting time has elapsed before the"
                    + " count has reached zero, and throws only when the thread is interrupted.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/CountDownLatch.html"))
        .flag(
            anyOf(
                    call("java.util.concurrent.CountDownLatch#await(long, TimeUnit)"),
                    call("java.util.concurrent.ExecutorService#awaitTermination(long, TimeUnit)"),
                    call(
                        "java.util.concurrent.locks.Lock#tryLock()",
                        "java.util.concurrent.locks.Lock#tryLock(long, TimeUnit)"),
                    call("java.util.concurrent.Semaphore#tryAcquire(*)"),
                    call("java.lang.Process#waitFor(long, TimeUnit)"),
                    call("java.util.concurrent.BlockingQueue#offer(*)")
                        .where(that("the queue can be full", BoundedQueues::isBounded)))
                .where(that("nobody looks at the result", WaitResults::isDropped))
                .where(that("work goes on", WaitResults::isFollowed)))
        .unless("at the end of a program", that("it is the end of something", WaitResults::isEnd))
        .unless("asked again", that("a loop asks again", WaitResults::isAskedAgain))
        .unless(
            "what is missing shows",
            that("it is asked in another way", WaitResults::isSeenOtherwise))
        .say(TimedWaitResultIgnored::message)
        .build();
  }

  private static String message(Match match) {
    String lost =
        switch (match.callee()) {
          case "offer" -> "a full queue takes nothing, and the element is lost";
          case "tryLock" -> "the work goes on without the lock";
          case "tryAcquire" -> "the work goes on without a permit";
          case "waitFor" -> "when the time is over the program still runs";
          default -> "when the time is over the work goes on as if all were done";
        };
    return "The result of `%s` in %s is thrown away: %s."
        .formatted(match.callee(), match.methodName(), lost);
  }
}
