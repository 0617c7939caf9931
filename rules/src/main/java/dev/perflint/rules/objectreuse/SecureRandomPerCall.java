package dev.perflint.rules.objectreuse;

import static dev.perflint.match.Conditions.loop;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags secure random generators that are made for a few bytes each. */
@AutoService(RuleSource.class)
public final class SecureRandomPerCall implements RuleSource {
  @Override
  public Rule rule() {
    return MadePerCall.in(
            loop().or(MadePerCall.hot()),
            "secure-random",
            Rule.named("secure-random-per-call")
                .since("0.1")
                .theme(Theme.OBJECT_REUSE)
                .group(Group.PEDANTIC)
                .risk(Risk.GARBAGE)
                .effectFromKnowledge(
                    "0.5 µs over the generator of the system, 3 to 7 µs where it is seeded; waiting for entropy with getInstanceStrong")
                .technique(Technique.OBJECT_REUSE)
                .effort(Effort.MINUTES_10)
                .summary("secure random generator made anew for a few bytes")
                .why(
                    """
                    A new generator searches the providers for an implementation and, unless the system's own stands
                    behind it, is seeded before its first byte: that takes longer than the bytes. The strong one may
                    wait for the system to gather entropy.""")
                .instead(
                    "Keep one `SecureRandom` in a `static final` field; it is thread-safe, and sharing it makes it no less"
                        + " random.")
                .caveat(
                    "On Linux the default one reads from the system and costs half a microsecond, less than what is"
                        + " done with its bytes.")
                .evidence(
                    new Evidence.Reference(
                        "SecureRandom objects are safe for use by several threads, and the algorithms that are seeded"
                            + " seed themselves on the first call.",
                        "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/security/SecureRandom.html")))
        .build();
  }
}
