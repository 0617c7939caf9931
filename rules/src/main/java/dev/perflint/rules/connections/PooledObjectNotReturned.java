package dev.perflint.rules.connections;

import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.role;

import com.google.auto.service.AutoService;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags what is taken out of a pool and, on some way, not given back. */
@AutoService(RuleSource.class)
public final class PooledObjectNotReturned implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("pooled-object-not-returned")
        .since("0.1")
        .theme(Theme.CONNECTIONS)
        .group(Group.PREVIEW)
        .risk(Risk.OUTAGE)
        // Something else has to fail first: of five that were read as P1 one was urgent.
        .riskOf(m -> Borrowed.isLostOnFailure(m) ? Risk.LATENCY : Risk.OUTAGE)
        .effectFromKnowledge(
            "one connection, object or permit less for the rest of the process's life, each time")
        .technique(Technique.CONNECTION_POOLING)
        .effort(Effort.MINUTES_10)
        .userImpact("a failure costs one request, not all that come after it")
        .summary("connection, pooled object or permit not given back on every way")
        .why(
            """
            A pool hands out as many as it has, and takes none back by itself. What is lost when something fails is lost for
            good: after as many failures as the pool is large, everybody who wants one waits until the process is started
            again, long after the cause of the failures has gone. It is found under load, when a database or a server that
            is asked begins to fail, which is when it hurts most.""")
        .instead(
            "Take it in a try-with-resources statement; what is no resource, such as a permit, right before a `try` whose"
                + " `finally` gives it back.")
        .caveat(
            "It does not matter in a program that ends with the failure, or where the pool takes back what is not returned"
                + " in time and logs it.")
        .evidence(
            new Evidence.Reference(
                "By its documentation clients must return each object that they borrow; one that is not stays counted as in"
                    + " use.",
                "https://commons.apache.org/proper/commons-pool/apidocs/org/apache/commons/pool2/ObjectPool.html"))
        .flag(
            anyOf(
                    role(Roles.TAKES, "pooled-object"),
                    role(Roles.TAKES, "permit")
                        .where(that("it is given back in this method", Borrowed::isOwn)))
                .where(truth("some way does not give it back", Borrowed::isLeft)))
        .pedanticUnless(
            runsOnce().or(runsPer("start-up", "command-line")).not(),
            "code that runs once, which loses one only")
        .say(Borrowed::message)
        .build();
  }
}
