package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.onVirtualThread;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.on;
import static dev.perflint.match.Patterns.role;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.google.auto.service.AutoService;
import dev.perflint.facts.OnceFlags;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.JdkRange;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags waits that hold a virtual thread to its carrier because a monitor is held. */
@AutoService(RuleSource.class)
public final class VirtualThreadPinning implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("virtual-thread-pinning")
        .since("0.1")
        .theme(Theme.VIRTUAL_THREADS)
        .group(Group.PREVIEW)
        .outage("each that waits takes one of the few threads that carry all virtual ones")
        .effect("0.3 to 3 ms")
        .jdk(new JdkRange(21, 23))
        .technique(Technique.EXECUTORS)
        .effort(Effort.HOURS_1)
        .userImpact("requests go on while others wait, however few processors there are")
        .summary("virtual thread pinned by `synchronized` while it waits")
        .why(
            """
            On JDK 21 to 23 a virtual thread that waits while it holds a monitor keeps its carrier, and there are only
            as many carriers as processors. A few such waits at once, or a few threads that queue for the monitor, stop
            every other virtual thread in the process, whatever it does.""")
        .instead(
            "Guard the section with a `ReentrantLock`, which lets the carrier go, or move the wait out of the section; on"
                + " JDK 24 and later `synchronized` does not pin.")
        .caveat(
            "It does not matter on JDK 24 and later, or where the section is entered so rarely that no two waits meet.")
        .evidence(
            new Evidence.Reference(
                "JEP 491 describes how a monitor pins the virtual thread that waits with it, on all releases before 24.",
                "https://openjdk.org/jeps/491"))
        .flag(
            anyOf(
                    role(Roles.REMOTE_CALL),
                    role(Roles.QUERY),
                    role(Roles.QUERY_BATCH),
                    role(Roles.WAITS),
                    role(Roles.BLOCKS),
                    on(MethodCallExpr.class, PinnedWork::mayWait))
                .where(that("a monitor is held", match -> PinnedWork.monitor(match).isPresent()))
                .inside(onVirtualThread()))
        .unless("only on a cache miss", onCacheMiss())
        .unless("one at a time", that("a flag lets one through", m -> OnceFlags.isBehind(m.site())))
        .unless("only after a failure", onFailure())
        .unless("only while it is missing", that("a check leaves", LockedPath::isBehindCheck))
        .unless("fills what is kept", that("a field gets the result", LockedPath::fillsField))
        .supersedes("wait-without-deadline")
        .past(PinnedWork::stations)
        .say(PinnedWork::message)
        .build();
  }
}
