package dev.perflint.rules.objectreuse;

import static dev.perflint.match.Conditions.beside;
import static dev.perflint.match.Conditions.droppedPer;
import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.migratesOnce;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.repeated;
import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Conditions.truth;
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

/** Flags JSON mappers that live for one call: what they learn of each class is thrown away. */
@AutoService(RuleSource.class)
public final class JsonMapperPerCall implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("json-mapper-per-call")
        .since("0.1")
        .theme(Theme.OBJECT_REUSE)
        .group(Group.PREVIEW)
        .risk(Risk.GARBAGE)
        .effectFromKnowledge("by library: 5 to 100 µs of set-up, and reflection over each class")
        .technique(Technique.OBJECT_REUSE)
        .effort(Effort.MINUTES_10)
        .summary("a JSON mapper created for a single call")
        .why(
            """
            A mapper looks at each class once, by reflection, and keeps the serializers that it builds. One that is
            made for a call starts with empty caches, does all of that again, and drops it; on small documents this
            is most of the time and of the garbage.""")
        .instead(
            "Configure one mapper, keep it in a `static final` field or a bean, and share it: once configured, it is"
                + " safe for use by several threads. Variants come as a reader or writer of it.")
        .caveat(
            "It does not matter in a command that reads one document and ends. Where no message and no request that"
                + " reads something is known to make the mapper, it is only said with `pedantic`; so is a mapper for"
                + " trees, texts and numbers, which has no class to look at.")
        .evidence(
            new Evidence.Reference(
                "By its documentation one mapper may serve all threads, as long as it is configured before its first"
                    + " use; it keeps the serializers that it has built.",
                "https://javadoc.io/doc/com.fasterxml.jackson.core/jackson-databind/2.19.0/com/fasterxml/jackson/databind/ObjectMapper.html"))
        .flag(
            role(Roles.EXPENSIVE_TO_CREATE, "json-mapper")
                .where(
                    truth("it and its readers and writers stay local", MapperUse::isDropped)
                        .orElse(droppedPer()))
                .inside(runsOnce().not()))
        .unless(
            "derived from a shared mapper",
            truth("its builder comes from a mapper", m -> m.chain().isDerived()))
        .unless(
            "only at start-up or in a command",
            runsPer("start-up", "command-line").and(loop().not()))
        .unless("migrates once", migratesOnce())
        .unless("only after a failure", onFailure())
        .unless("only on a cache miss", onCacheMiss())
        .unless(
            "set up by the caller", that("a setting is a parameter", MapperUse::takesParameters))
        .pedanticUnless(
            runsPer("reading-request", "message", "event-loop", "reactive")
                .and(repeated())
                .and(that("it has classes to look at", m -> !PlainValues.areAll(m)))
                .and(beside(Roles.REMOTE_CALL).not()),
            "code that no reading request or message is known to reach, where no loop here or on the way repeats it for more than a handful, for trees,"
                + " texts, numbers and collections of these, or beside a request to another service")
        .handfulIsSmall()
        .say(
            m ->
                "A new %s is built on every call of %s and dropped%s."
                    .formatted(m.typeName(), m.methodName(), byWhom(m)))
        .build();
  }

  private static String byWhom(Match match) {
    return MapperUse.isDropped(match).mayBeReported() ? " after it" : Rule.VIA;
  }
}
