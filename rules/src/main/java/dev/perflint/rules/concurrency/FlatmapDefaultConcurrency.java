package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
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

/** Flags reactive pipelines that send as many requests at once as the library allows. */
@AutoService(RuleSource.class)
public final class FlatmapDefaultConcurrency implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("flatmap-default-concurrency")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge("up to 256 requests at once for each subscriber")
        .technique(Technique.PIPELINES)
        .effort(Effort.MINUTES_10)
        .userImpact("the other side is asked at the pace that it can bear")
        .summary("flatMap over requests without a limit on how many run at once")
        .why(
            """
            `flatMap` subscribes to the results of 256 elements before it waits for the first. If each of them is a
            request, one long list sends them all at once, and each caller does so for itself. The other side is
            overrun, or the client's pool is, where other requests then stand in line until their time is over.""")
        .instead(
            "Pass the number of requests that the other side bears, `flatMap(function, 8)`; `concatMap` sends one after"
                + " another. Ask for all at once where the other side has a call for that.")
        .caveat(
            "It does not matter for a handful of elements, and where the client's pool is the limit on purpose.")
        .evidence(
            new Evidence.Reference(
                "Reactor's documentation: the concurrency argument controls how many publishers can be subscribed to and"
                    + " merged in parallel; without one it is Queues.SMALL_BUFFER_SIZE, 256 by default.",
                "https://projectreactor.io/docs/core/release/api/reactor/core/publisher/Flux.html"))
        .flag(
            call("reactor.core.publisher.Flux#flatMap(Function)")
                .where(truth("its function sends a request", FlatMaps::send)))
        .unless("a few elements", that("the pipeline shows them all", FlatMaps::areOfFew))
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .say(FlatmapDefaultConcurrency::message)
        .build();
  }

  private static String message(Match match) {
    return "`flatMap` in %s has up to 256 requests under way at once%s."
        .formatted(
            match.methodName(),
            FlatMaps.request(match).map(name -> ", by `" + name + "`").orElse(""));
  }
}
