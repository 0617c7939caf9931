package dev.perflint.rules.objectreuse;

import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.runsOnce;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags factories of XML parsers, transformers and the like that are looked up each time. */
@AutoService(RuleSource.class)
public final class XmlFactoryPerCall implements RuleSource {
  @Override
  public Rule rule() {
    return MadePerCall.in(
            runsOnce().not(),
            "xml-factory",
            Rule.named("xml-factory-per-call")
                .since("0.1")
                .theme(Theme.OBJECT_REUSE)
                .group(Group.PREVIEW)
                .risk(Risk.LATENCY)
                .effectFromKnowledge("10 to 200 µs: the class path is searched for a provider")
                .technique(Technique.OBJECT_REUSE)
                .effort(Effort.HOURS_1)
                .summary("factory of XML parsers or transformers looked up for each document")
                .why(
                    """
                    `newInstance` asks the class loader for a provider of its service, which opens or at least looks into
                    every jar of the class path, before it falls back to that of the JDK. On a small document that takes
                    longer than parsing it.""")
                .instead(
                    "On Java 9 and newer `newDefaultInstance` (of StAX `newDefaultFactory`) gives the JDK's own at once, 1 to"
                        + " 5 µs, unless you want another implementation. No factory, parser, `Transformer` or `XPath`"
                        + " is guaranteed to be thread-safe: keep one for each thread or each single-threaded object,"
                        + " with the settings against external entities, rather than in a shared field. Threads can"
                        + " share what factories compile: `Templates` and `Schema`.")
                .caveat("It does not matter for large or rare documents.")
                .evidence(
                    new Evidence.Reference(
                        "The documentation lists the places in which a provider is looked for, and says that a"
                            + " factory is not guaranteed to be thread-safe.",
                        "https://docs.oracle.com/en/java/javase/17/docs/api/java.xml/javax/xml/parsers/DocumentBuilderFactory.html")))
        .pedanticUnless(
            loop().or(MadePerCall.hot()), "code that no request or message is known to reach")
        .unless("only at start-up or in a command", MadePerCall.onlyOnce())
        .build();
  }
}
