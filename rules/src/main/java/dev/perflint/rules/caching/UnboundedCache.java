package dev.perflint.rules.caching;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags caches of Guava and Caffeine that are built without any limit. */
@AutoService(RuleSource.class)
public final class UnboundedCache implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("unbounded-cache")
        .since("0.1")
        .theme(Theme.CACHING)
        .group(Group.PREVIEW)
        .outage("it grows with each new key until the heap is full")
        .effect("100 ns and 1 kB that stay for each key ever seen")
        .technique(Technique.OBJECT_REUSE)
        .effort(Effort.MINUTES_10)
        .userImpact("what has left the cache is loaded again")
        .summary("cache without a limit for its size or age")
        .why(
            """
            A cache that is told neither how many entries it may hold nor how long keeps each key that it ever saw, until the
            process ends. Its keys mostly come from what requests bring, so that it grows with time rather than with
            load: it does well in tests and in the first weeks, and then the collector takes more and more of the time
            until the heap is full.""")
        .instead(
            "Give it a `maximumSize`, and an `expireAfterWrite` or `expireAfterAccess` where old entries are worth nothing;"
                + " `recordStats` shows what size pays.")
        .caveat(
            "It does not matter where there are few keys by nature, such as classes, tenants or the names of settings.")
        .evidence(
            new Evidence.Reference(
                "Guava's guide says that one almost certainly does not have enough memory to cache everything one could,"
                    + " and has to decide when a cache entry is not worth keeping.",
                "https://github.com/google/guava/wiki/CachesExplained#eviction"))
        .flag(
            call(
                    "com.google.common.cache.CacheBuilder#build(*)",
                    "com.github.benmanes.caffeine.cache.Caffeine#build(*)",
                    "com.github.benmanes.caffeine.cache.Caffeine#buildAsync(*)")
                .where(that("its builder limits nothing", CacheLimits::areMissing))
                .where(
                    that(
                        "a field keeps it, under keys of any number",
                        KeptCache::hasKeysOfAnyNumber)))
        .unless("entries are taken out", that("entries are taken out", KeptCache::isEmptied))
        .unless(
            "goes with its object",
            truth("an object of a request or message", KeptCache::isMadePerRequest))
        .unless("its keys are constants", that("constant keys", KeptCache::hasConstantKeys))
        .say(
            m ->
                "The cache that %s builds has no limit for its size or the age of its entries."
                    .formatted(m.methodName()))
        .build();
  }
}
