package dev.perflint.rules.connections;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags event loops, schedulers and actor systems that live for one call. */
@AutoService(RuleSource.class)
public final class EventLoopPerCall implements RuleSource {
  @Override
  public Rule rule() {
    return ClientUse.ruleAbout(
        "event-loop",
        Rule.named("event-loop-per-call")
            .since("0.1")
            .theme(Theme.CONNECTIONS)
            .group(Group.PREVIEW)
            .risk(Risk.OUTAGE)
            .effectFromKnowledge("by library: from 50 µs for a thread to 2 s for an actor system")
            .technique(Technique.EXECUTORS)
            .effort(Effort.HOURS_1)
            .summary("event loop, scheduler or actor system created for a single call")
            .why(
                """
            An event loop serves thousands of connections with a handful of threads, because all share it. One that is
            made for a call starts its threads for that call alone and, as most of these threads are not
            collected, leaves them behind when an exception comes before the shutdown.""")
            .instead(
                "Create one for the application, hand it to whoever needs it, and shut it down at the end.")
            .caveat("It does not matter in a command that does one thing and ends.")
            .evidence(
                new Evidence.Reference(
                    "The guide advises to have one instance: each has its own event loops and worker threads.",
                    "https://vertx.io/docs/vertx-core/java/")));
  }
}
