package dev.perflint.rules.dataaccess;

import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Patterns.role;

import com.google.auto.service.AutoService;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags commands that look at every key of a store while somebody waits. */
@AutoService(RuleSource.class)
public final class KeyedStoreFullScan implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("keyed-store-full-scan")
        .since("0.1")
        .theme(Theme.DATA_ACCESS)
        .group(Group.PREVIEW)
        .outage("the store answers nobody else while it looks at all keys")
        .effect("1 to 100 ms")
        .technique(Technique.ALGORITHM)
        .effort(Effort.HOURS_2)
        .userImpact("nobody waits for a search through all keys")
        .summary("all keys of a store looked at per request")
        .why(
            """
            `KEYS` compares the pattern with every key that there is, wanted or not, on the one thread that runs all
            commands. A million keys take some tens of milliseconds, in which Redis answers nobody; and the reply
            holds all that match.""")
        .instead(
            "Keep the keys that belong together in a set, or the values in one hash, and ask for that; what must search"
                + " does so with `SCAN`, some keys at a time, in a job.")
        .caveat("It does not matter in a store of a few thousand keys that stays one.")
        .evidence(
            new Evidence.Reference(
                "The documentation gives it O(n) with n the number of keys in the database, and warns to use it in"
                    + " production with extreme care.",
                "https://redis.io/docs/latest/commands/keys/"))
        .flag(role(Roles.READS_WHOLE_STORE).inside(runsPer("request", "message")))
        .unless("only on a cache miss", onCacheMiss())
        .unless("only after a failure", onFailure())
        .say(KeyedStoreFullScan::message)
        .build();
  }

  private static String message(Match match) {
    String instead = match.known().flatMap(KnownMember::instead).orElse("");
    return "`%s` looks at every key of the store; %s.".formatted(match.callee(), instead);
  }
}
