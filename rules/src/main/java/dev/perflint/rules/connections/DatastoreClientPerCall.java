package dev.perflint.rules.connections;

import static dev.perflint.match.Conditions.that;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags pools and clients of databases, caches and search engines that live for one call. */
@AutoService(RuleSource.class)
public final class DatastoreClientPerCall implements RuleSource {
  @Override
  public Rule rule() {
    return ClientUse.ruleAbout(
        "datastore-client",
        Rule.named("datastore-client-per-call")
            .since("0.1")
            .theme(Theme.CONNECTIONS)
            .group(Group.PREVIEW)
            .risk(Risk.OUTAGE)
            .effectFromKnowledge(
                "by store: 0.3 ms for one connection, 20 to 500 ms for a pool, seconds for a session factory")
            .technique(Technique.CONNECTION_POOLING)
            .effort(Effort.HOURS_1)
            .summary("pool or client of a data store created for a single call")
            .why(
                """
            A pool pays off because its connections serve many calls. One that is made for a call opens connections,
            with their TCP, TLS and login round trips, that are used once, and many clients start threads that
            watch the server. Under load the number of connections is that of the calls, until the server refuses
            more.""")
            .instead(
                "Create the pool or client once, as a bean or in a final field, and close it with the application. What is meant for"
                    + " one unit of work, such as an EntityManager or a borrowed connection, comes from it.")
            .caveat("It does not matter in a migration or another command that runs once.")
            .evidence(
                new Evidence.Reference(
                    "By its documentation a client is a pool of connections that an application usually needs once, even with"
                        + " many threads.",
                    "https://www.mongodb.com/docs/drivers/java/sync/current/connection/mongoclient/"))
            .unless("tries an address", that("a new connection is the purpose", Trials::isOne)));
  }
}
