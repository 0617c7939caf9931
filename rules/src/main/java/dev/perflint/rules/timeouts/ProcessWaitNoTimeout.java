package dev.perflint.rules.timeouts;

import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.role;

import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags waits for the end of another program that may never come. */
@AutoService(RuleSource.class)
public final class ProcessWaitNoTimeout implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("process-wait-no-timeout")
        .since("0.1")
        .theme(Theme.TIMEOUTS)
        .group(Group.PREVIEW)
        .risk(Risk.OUTAGE)
        .effectFromKnowledge("one thread held until another program ends, which may be never")
        .technique(Technique.CANCELLATION)
        .effort(Effort.HOURS_1)
        .userImpact("a program that hangs is stopped and gives an error instead of no answer")
        .summary("wait without a limit for another program, on the way of a request or a job")
        .why(
            """
            A program that is started waits for a file share, a lock, a prompt that nobody sees, or for somebody to
            read its output; then `waitFor()` does not return. Each request that starts one more keeps its thread, and a
            job that runs on a schedule never runs again.""")
        .instead(
            "Use `waitFor(30, TimeUnit.SECONDS)`, and when that says false, `destroyForcibly()`. Whoever reads the output"
                + " waits for its end as well: redirect it to a file, or read it on another thread.")
        .caveat(
            "It does not matter in a tool or build whose user can stop it, and where the program limits itself, as"
                + " `timeout 30 convert ...` does.")
        .evidence(
            new Evidence.Reference(
                "By its documentation waitFor() makes the thread wait until the process has"
                    + " terminated; only the other waitFor has a limit, and says whether it was over.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Process.html"))
        .flag(
            role(Roles.WAITS, "process")
                .inside(runsPer("request", "message", "scheduled", "reactive")))
        .unless(
            "somebody else may end it", that("another part gets hold of it", ProcessEnds::isShared))
        .unless("ended before", that("it is ended or limited before", ProcessEnds::isEndedBefore))
        .say(
            m ->
                "`%s` in %s waits without a limit for another program%s."
                    .formatted(m.callee(), m.methodName(), Rule.VIA))
        .build();
  }
}
