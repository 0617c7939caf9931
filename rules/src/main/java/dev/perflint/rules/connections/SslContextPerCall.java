package dev.perflint.rules.connections;

import static dev.perflint.match.Conditions.droppedPer;
import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.notKept;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.setByCaller;
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

/** Flags TLS contexts that are made for each request: no connection resumes a session. */
@AutoService(RuleSource.class)
public final class SslContextPerCall implements RuleSource {
  private static final String[] HOT = {"request", "message", "event-loop", "reactive"};

  @Override
  public Rule rule() {
    return Rule.named("ssl-context-per-call")
        .since("0.1")
        .theme(Theme.CONNECTIONS)
        .group(Group.PREVIEW)
        .risk(Risk.LATENCY)
        .effectFromKnowledge("1 to 20 ms, and a full TLS handshake for each connection")
        .technique(Technique.OBJECT_REUSE)
        .effort(Effort.HOURS_1)
        .summary("new TLS context for each request")
        .why(
            """
            A context reads and checks the trust anchors, some 140 of them, and keeps the sessions that later
            connections resume. One that is made for a request does the first each time and never has the second, so
            that every connection needs a full handshake; pools keep connections of different contexts apart, too.""")
        .instead(
            "Build the context once, in a final field or a bean, and share it: it is thread-safe. Build it anew when"
                + " the certificates have changed.")
        .caveat("It does not matter where certificates come with the request.")
        .evidence(
            new Evidence.Reference(
                "A context is the factory of sockets and holds the cache of sessions, which its connections"
                    + " resume; the guide shows how large it is and how long it keeps them.",
                "https://docs.oracle.com/en/java/javase/17/security/java-secure-socket-extension-jsse-reference-guide.html"))
        .flag(
            role(Roles.EXPENSIVE_TO_CREATE, "ssl-context")
                .where(notKept().orElse(droppedPer(HOT)))
                .inside(loop().or(runsPer(HOT))))
        .unless("made once for each key", onCacheMiss())
        .unless("built from the caller's own settings", setByCaller())
        .say(
            m ->
                "A new %s is made on every call of %s: no connection can resume a TLS session."
                    .formatted(m.typeName(), m.methodName()))
        .build();
  }
}
