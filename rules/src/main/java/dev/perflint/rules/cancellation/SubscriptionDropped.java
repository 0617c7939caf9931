package dev.perflint.rules.cancellation;

import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags subscriptions within a reactive chain that belong to nobody. */
@AutoService(RuleSource.class)
public final class SubscriptionDropped implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("subscription-dropped")
        .since("0.1")
        .theme(Theme.CANCELLATION)
        .group(Group.PREVIEW)
        .outage("nothing limits how many run at once, and nobody stops them")
        .effectFromKnowledge(
            "work that no back-pressure slows down and that goes on when its caller is gone")
        .technique(Technique.CANCELLATION)
        .effort(Effort.MINUTES_10)
        .userImpact("work ends with the request that asked for it, and its errors are seen")
        .summary("subscription inside a reactive chain that nobody keeps")
        .why(
            """
            A chain passes demand, errors and cancellation from its end to its beginning. A publisher that is subscribed
            to inside of an operator is no part of it: the chain goes on at once, so any number of such subscriptions run
            at the same time, nobody cancels them when the client leaves or a timeout fires, and an error goes to a
            handler that only logs it.""")
        .instead(
            "Return the publisher to the chain with `flatMap`, `then`, `delayUntil` or `zip`. Where it really is to go on"
                + " by itself, hand it to something that bounds it, keep the `Disposable`, and handle its errors.")
        .caveat(
            "It does not matter for rare notices that nobody waits for and that have a time limit.")
        .evidence(
            new Evidence.Reference(
                "Reactor's documentation of subscribe says that the Disposable it returns is what cancels the source.",
                "https://projectreactor.io/docs/core/release/reference/coreFeatures/simple-ways-to-create-a-flux-or-mono-and-subscribe-to-it.html"))
        .flag(
            call(
                    "reactor.core.publisher.Mono#subscribe(*)",
                    "reactor.core.publisher.Flux#subscribe(*)")
                .where(that("nobody keeps it", Subscriptions::isDropped))
                .inside(
                    that("an operator", m -> Subscriptions.operator(m).isPresent())
                        .or(
                            that(
                                "a method that returns another publisher",
                                m -> Subscriptions.method(m).isPresent()))))
        .unless("when all is over", that("what runs at the end", Subscriptions::isAtEnd))
        .unless("feeds the sink around it", that("it does", Subscriptions::feedsSink))
        .pedanticUnless(
            that("no threads are named for it", m -> !Subscriptions.namesThreads(m)),
            "what is given threads of its own right before, which mostly runs beside on purpose")
        .unless("its errors are handled", that("it is given both", Subscriptions::handlesErrors))
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .say(SubscriptionDropped::message)
        .build();
  }

  private static String message(Match match) {
    return Subscriptions.operator(match)
        .map(
            operator ->
                "What is subscribed to in `%s` is no part of the chain: nothing waits for it or cancels it."
                    .formatted(operator.getNameAsString()))
        .orElseGet(
            () ->
                "What %s subscribes to is no part of what it returns: nothing waits for it or cancels it."
                    .formatted(match.methodName()));
  }
}
