package dev.perflint.rules.objectreuse;

import static dev.perflint.match.Conditions.constantArgument;
import static dev.perflint.match.Conditions.droppedPer;
import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.setByCaller;
import static dev.perflint.match.Conditions.staysLocal;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
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

/**
 * Flags engines of templates, schemas and scripts for one use, and constant sources compiled again.
 */
@AutoService(RuleSource.class)
public final class ConstantSourceCompiledPerCall implements RuleSource {
  private static final String ENGINE = "source-engine";

  @Override
  public Rule rule() {
    return MadePerCall.unlessSeldom(
            Rule.named("constant-source-compiled-per-call")
                .since("0.1")
                .theme(Theme.OBJECT_REUSE)
                .group(Group.PREVIEW)
                .risk(Risk.LATENCY)
                .effectFromKnowledge(
                    "0.1 to 10 ms for a template or a schema, 1 to 100 ms for a script engine, 2 to 30 µs for an expression")
                .technique(Technique.OBJECT_REUSE)
                .effort(Effort.HOURS_1)
                .summary("template, schema, script or expression compiled again on every call")
                .why(
                    """
                    Engines parse a source once and keep what came of it. One that is made for a call has empty caches,
                    parses again what it parsed the last time, and often sets itself up by reflection before. A constant
                    expression gives the same tree each time it is compiled.""")
                .instead(
                    "Keep the engine with its cache, or what it compiled: Velocity's engine, FreeMarker's configuration,"
                        + " a Mustache, a JSON schema and SpEL's `Expression` are thread-safe. An `XPathExpression` and"
                        + " a script engine are not: compile before the loop, or keep one for each thread.")
                .caveat(
                    "It does not matter where each call brings another source and seldom comes.")
                .evidence(
                    new Evidence.Reference(
                        "Velocity's guide says that one engine serves an application, as a singleton or a bean.",
                        "https://velocity.apache.org/engine/2.4.1/developer-guide.html#to-singleton-or-not-to-singleton"))
                .flag(
                    anyOf(
                            role(Roles.EXPENSIVE_TO_CREATE, ENGINE),
                            role(Roles.EXPENSIVE_TO_CREATE, "compiled-source")
                                .where(constantArgument(0)))
                        .where(staysLocal().orElse(droppedPer()))
                        .inside(runsOnce().not())))
        .pedanticUnless(
            that("an engine is made", ConstantSourceCompiledPerCall::isEngine),
            "single expressions, of XPath and SpEL for example")
        .unless(
            "set up for the caller",
            that("an engine is made", ConstantSourceCompiledPerCall::isEngine).and(setByCaller()))
        .unless("only at start-up or in a command", MadePerCall.onlyOnce())
        .build();
  }

  private static boolean isEngine(Match match) {
    return match.known().filter(known -> known.kind().equals(ENGINE)).isPresent();
  }
}
