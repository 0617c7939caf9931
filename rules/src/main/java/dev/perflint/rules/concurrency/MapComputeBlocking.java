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

/** Flags functions that wait while a concurrent map holds a bin locked for them. */
@AutoService(RuleSource.class)
public final class MapComputeBlocking implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("map-compute-blocking")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge(
            "the wait, for every thread that changes a key of the same bin or makes the map grow")
        .technique(Technique.OBJECT_REUSE)
        .effort(Effort.HOURS_1)
        .userImpact("one key that is slow to load holds up nobody who asks for another")
        .summary("slow call in the function that computes a value of a concurrent map")
        .why(
            """
            ConcurrentHashMap runs the function of compute, computeIfAbsent and merge while it holds the lock of the
            key's bin. Keys share bins, in a small map many do, and a map that grows has to wait for each of them. So a
            function that waits for a database or a service makes threads wait that want other keys, and all of them
            when the other side hangs.""")
        .instead(
            "Load the value outside and put it in with `putIfAbsent`, or keep a `CompletableFuture` in the map, which the"
                + " function only starts; a cache such as Caffeine's asynchronous one does the same.")
        .caveat(
            "It does not matter for a few keys that are loaded once, where the other side has a short time limit.")
        .evidence(
            new Evidence.Reference(
                "By its documentation other threads' updates may be blocked while the computation is in progress, so it"
                    + " should be short and simple.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/ConcurrentHashMap.html"))
        .flag(
            call(
                    "java.util.Map#computeIfAbsent(Object, Function)",
                    "java.util.Map#computeIfPresent(Object, BiFunction)",
                    "java.util.Map#compute(Object, BiFunction)",
                    "java.util.Map#merge(Object, Object, BiFunction)")
                .where(that("of a concurrent map in a field", SharedMaps::isOfField))
                .where(truth("its function waits", m -> TaskWork.inMap(m).waits(m.arguments()))))
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .pedanticUnless(
            that("for a key that is there, too", m -> !m.callee().equals("computeIfAbsent"))
                .or(runsPer("request", "message", "event-loop", "reactive")),
            "methods of which nobody knows how often they run, for new keys only")
        .supersedes("io-under-lock")
        .say(MapComputeBlocking::message)
        .build();
  }

  private static String message(Match match) {
    return "The function of `%s` in %s waits%s while it holds a part of the map locked%s."
        .formatted(
            match.callee(),
            match.methodName(),
            TaskWork.inMap(match).text(match.arguments()),
            Rule.VIA);
  }
}
