package dev.perflint.rules.io;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
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

/** Flags waits for a program that itself may be waiting for somebody to read its output. */
@AutoService(RuleSource.class)
public final class ProcessOutputNotDrained implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("process-output-not-drained")
        .since("0.1")
        .theme(Theme.IO)
        .group(Group.PREVIEW)
        .outage(
            "a program that writes more than the pipe holds never ends, nor does the wait for it")
        // Who names the program has seen what it says; three that were read as P1 all say little.
        .riskOf(m -> ProcessPipes.isProgramNamed(m) ? Risk.LATENCY : Risk.OUTAGE)
        .effectFromKnowledge("one thread and one program that wait for each other for good")
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .userImpact("a program that writes more than usual no longer hangs its caller")
        .summary("wait for a program whose output nobody reads meanwhile")
        .why(
            """
            What a program writes goes through pipes that hold 64 KB on Linux and 4 KB on Windows. When one is full the
            program stops until somebody reads. A caller that waits for the end before it reads, or that reads one pipe
            to its end while the other fills, waits for ever. It works until the day when there is more to say, as a rule
            an error.""")
        .instead(
            "`redirectErrorStream(true)` and read the one pipe to its end before `waitFor`; `Redirect.DISCARD` or a file"
                + " where nobody wants the output; or read the second pipe on a thread of its own.")
        .caveat("It does not matter for a program that never writes more than some lines.")
        .evidence(
            new Evidence.Reference(
                "The documentation says that failing to read the output promptly may make the process block, or even"
                    + " deadlock.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Process.html"))
        .flag(
            call("java.lang.Process#waitFor(*)")
                .where(truth("nobody reads a pipe meanwhile", ProcessPipes::mayFill)))
        .pedanticUnless(
            that(
                "it may write much, and nothing ends the wait",
                m -> ProcessPipes.mayWriteMuch(m) && !ProcessPipes.hasLimit(m)),
            "waits with a limit, for a program that the code names and whose output nobody wants, and for one that says a"
                + " line, such as `sha256sum`")
        .supersedes("process-wait-no-timeout")
        .say(ProcessPipes::message)
        .build();
  }
}
