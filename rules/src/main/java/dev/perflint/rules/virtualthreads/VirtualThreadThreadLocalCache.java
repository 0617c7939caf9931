package dev.perflint.rules.virtualthreads;

import static dev.perflint.match.Conditions.onVirtualThread;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.JdkRange;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags caches for each thread that virtual threads use: none of them comes back to its value. */
@AutoService(RuleSource.class)
public final class VirtualThreadThreadLocalCache implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("virtual-thread-thread-local-cache")
        .since("0.1")
        .theme(Theme.VIRTUAL_THREADS)
        .group(Group.PREVIEW)
        .risk(Risk.GARBAGE)
        .effectFromKnowledge(
            "a new value for each task, and a map for it that ends with the thread")
        .jdk(new JdkRange(21, Integer.MAX_VALUE))
        .technique(Technique.OBJECT_REUSE)
        .effort(Effort.MINUTES_10)
        .userImpact("tasks use what is there instead of making it anew")
        .summary("value kept for each thread that virtual threads throw away")
        .why(
            """
            A thread local that makes a buffer, a digest or a formatter once for each thread pays off where few threads
            do many tasks. A virtual thread does one and ends: each task makes its own value, and the map of the thread
            around it, and drops both. With many of them at once as many values are in memory.""")
        .instead(
            "Share one object where its type is safe for threads; else make it where it is used, or borrow it from a small"
                + " pool with a limit, such as an `ArrayBlockingQueue`, if it is dear.")
        .caveat("It does not matter for values that cost next to nothing.")
        .evidence(
            new Evidence.Reference(
                "JEP 444 says not to use thread locals to cache costly objects among tasks of virtual threads.",
                "https://openjdk.org/jeps/444"))
        .flag(
            call("java.lang.ThreadLocal#get()")
                .where(that("it makes a value for each thread", ThreadCache::isRead))
                .inside(onVirtualThread()))
        .unless("set for the task", that("the file sets it", ThreadCache::isSet))
        .say(
            m ->
                "`%s` keeps a value for a thread that ends with its task: %s makes a new one for each."
                    .formatted(ThreadCache.name(m), m.methodName()))
        .build();
  }
}
