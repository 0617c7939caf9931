package dev.perflint.rules.connections;

import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
import static dev.perflint.match.Conditions.usedPer;
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

/** Flags shared HTTP clients whose pool has as few connections as it comes with. */
@AutoService(RuleSource.class)
public final class ConnectionPoolDefaultSize implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("connection-pool-default-size")
        .since("0.1")
        .theme(Theme.CONNECTIONS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge(
            "requests to one host wait for 2 (Apache 4) or 5 (Apache 5) connections")
        .heatOfUse(Roles.REMOTE_CALL)
        .technique(Technique.CONNECTION_POOLING)
        .effort(Effort.MINUTES_10)
        .userImpact("requests no longer wait for each other's answers")
        .summary("shared HTTP client with the default number of connections")
        .why(
            """
            Apache's clients keep a pool and lend out two connections for each host, from version 5 on five, whatever the
            total is set to. A server of which many threads ask the same service through one client answers no more than that
            many at a time: the others wait for a connection, for three minutes or for ever unless a limit is set, and it looks
            as though the service were slow.""")
        .instead(
            "Say how many requests to one host are wanted at a time: `setMaxConnPerRoute` and `setMaxConnTotal` of the client's"
                + " builder (in version 5 of the connection manager's), and a limit for the wait, `setConnectionRequestTimeout`.")
        .caveat("It does not matter where few threads use the client, or each asks another host.")
        .evidence(
            new Evidence.Reference(
                "The tutorial says that by default no more than 2 connections are made for each route and no more than 20 in"
                    + " all, and that these limits may prove too constraining.",
                "https://hc.apache.org/httpcomponents-client-4.5.x/current/tutorial/html/connmgmt.html"))
        .flag(
            role(Roles.SMALL_POOL)
                .where(usedPer(Roles.REMOTE_CALL, "request", "message", "event-loop", "reactive"))
                .where(that("kept in a field", PoolSizes::areKept).or(runsOnce())))
        .unless("its builder is told", truth("its builder is told", PoolSizes::areBuiltIn))
        .unless("the pool is told", truth("the pool is told", PoolSizes::areToldLater))
        .say(PoolSizes::message)
        .build();
  }
}
