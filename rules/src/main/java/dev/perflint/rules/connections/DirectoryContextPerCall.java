package dev.perflint.rules.connections;

import static dev.perflint.match.Conditions.droppedPer;
import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.setByCaller;
import static dev.perflint.match.Conditions.staysLocal;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.role;

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

/** Flags contexts of JNDI, and the connections to directories below them, made for each call. */
@AutoService(RuleSource.class)
public final class DirectoryContextPerCall implements RuleSource {
  private static final String[] HOT = {"request", "message", "event-loop", "reactive"};

  /** The property of the environment with which the JDK pools connections of LDAP. */
  private static final String POOLED = "com.sun.jndi.ldap.connect.pool";

  @Override
  public Rule rule() {
    return Rule.named("directory-context-per-call")
        .since("0.1")
        .theme(Theme.CONNECTIONS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge(
            "50 to 500 µs for an environment, 2 to 20 ms for a connection to a directory")
        .technique(Technique.CONNECTION_POOLING)
        .effort(Effort.HOURS_1)
        .userImpact("requests no longer wait for a connection to the directory")
        .summary("naming or directory context made for each call")
        .why(
            """
            A context of JNDI reads its environment and looks for providers on the class path each time it is made. One of a
            directory also opens a connection to the server, often with TLS, and binds, two to four round trips before the
            first search; none of that is kept when the context is closed.""")
        .instead(
            "Look up once what JNDI gives, a data source for example, and keep it. For a directory set"
                + " `com.sun.jndi.ldap.connect.pool` in the environment, or use Spring's `LdapTemplate` over a pool.")
        .caveat(
            "It does not matter where a user logs in, since that is what binding as the user is for, and where it happens"
                + " seldom.")
        .evidence(
            new Evidence.Reference(
                "The tutorial says how connections are pooled, and that otherwise each initial context has one of its own.",
                "https://docs.oracle.com/javase/tutorial/jndi/ldap/pool.html"))
        .flag(
            role(Roles.EXPENSIVE_TO_CREATE, "naming-context")
                .where(staysLocal().orElse(droppedPer(HOT)))
                .inside(loop().or(runsPer(HOT))))
        .unless("made once for each key", onCacheMiss())
        .unless("binds as its caller", setByCaller())
        .unless("its connections are pooled", that("pooled", DirectoryContextPerCall::isPooled))
        .say(
            m ->
                "A new %s is made on every call of %s: %s."
                    .formatted(
                        m.typeName(),
                        m.methodName(),
                        m.known().flatMap(known -> known.each()).orElse("nothing is kept")))
        .build();
  }

  private static boolean isPooled(Match match) {
    return match.file().unit().source().text().contains(POOLED);
  }
}
