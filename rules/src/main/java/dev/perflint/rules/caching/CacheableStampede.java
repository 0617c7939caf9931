package dev.perflint.rules.caching;

import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags caches that load one value as often as there are threads that miss it. */
@AutoService(RuleSource.class)
public final class CacheableStampede implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("cacheable-stampede")
        .since("0.1")
        .theme(Theme.CACHING)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge("one load for each thread that misses the value at the time")
        .technique(Technique.OBJECT_REUSE)
        .effort(Effort.MINUTES_10)
        .userImpact("those who miss a value wait for one load of it")
        .summary("cached value that many threads load at the same time")
        .why(
            """
            The cache is asked, has nothing, and the value is loaded, which takes as long as the other side needs. Everyone
            who asks meanwhile has a miss, too, and loads the same. When a value that all requests need expires under
            load, the other side gets all of them at once, and it is slower for it, so that still more come.""")
        .instead(
            "Have one thread load and the others wait: `@Cacheable(sync = true)`, or `cache.get(key, loader)` of Caffeine and"
                + " Guava. With `refreshAfterWrite` nobody waits but for the first value.")
        .caveat(
            "It does not matter where no value is wanted by many at once, or where values never expire and are not evicted.")
        .evidence(
            new Evidence.Reference(
                "Spring's documentation: by default the same value may be computed several times, and `sync` instructs"
                    + " the cache provider to lock the entry while the value is computed.",
                "https://docs.spring.io/spring-framework/reference/integration/cache/annotations.html"))
        .flag(
            anyOf(
                on(MethodDeclaration.class, CacheLoads::areUnlocked)
                    .where(truth("its load waits", m -> CacheLoads.wait(m, Roles.REMOTE_CALL))),
                call(
                        "com.github.benmanes.caffeine.cache.Cache#getIfPresent(Object)",
                        "com.google.common.cache.Cache#getIfPresent(Object)")
                    .where(
                        truth(
                            "what is put waits",
                            m ->
                                CacheLoads.wait(m, Roles.REMOTE_CALL)
                                    .or(CacheLoads.wait(m, Roles.QUERY))))))
        .unless("nothing is cached", truth("nobody enables it", CacheLoads::areIgnored))
        .unless("one thread at a time", that("a lock is held", CacheLoads::holdLock))
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .pedanticUnless(
            truth("it asks a service", m -> CacheLoads.wait(m, Roles.REMOTE_CALL))
                .and(runsPer("request", "message", "event-loop", "reactive")),
            "methods that query a database, or of which nobody knows how often they run")
        .say(CacheableStampede::message)
        .build();
  }

  private static String message(Match match) {
    return match.node() instanceof MethodDeclaration method
        ? "All who miss a value of `%s` at the same time load it, since the cache does not lock it."
            .formatted(method.getNameAsString())
        : "All who miss a value in %s at the same time load it, each for itself."
            .formatted(match.methodName());
  }
}
