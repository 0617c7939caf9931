package dev.perflint.rules.objectreuse;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags contexts of JAXB that serve one document. */
@AutoService(RuleSource.class)
public final class JaxbContextPerCall implements RuleSource {
  @Override
  public Rule rule() {
    return MadePerCall.anywhere(
            "jaxb-context",
            Rule.named("jaxb-context-per-call")
                .since("0.1")
                .theme(Theme.OBJECT_REUSE)
                .group(Group.PREVIEW)
                .risk(Risk.LATENCY)
                .effectFromKnowledge("1 to 50 ms, by how many classes it knows")
                .technique(Technique.OBJECT_REUSE)
                .effort(Effort.MINUTES_10)
                .summary("context of JAXB built for a single document")
                .why(
                    """
                    A context looks for an implementation and reads every class that it can reach by reflection, with
                    their annotations, and prepares how to get and set their properties. One document needs a
                    fraction of a millisecond of what is left.""")
                .instead(
                    "Keep the `JAXBContext` in a `static final` field, or one for each class in a `ClassValue`: it is"
                        + " thread-safe. `Marshaller` and `Unmarshaller` are not; make a new one for each call.")
                .caveat("It does not matter where one document is read at start-up.")
                .evidence(
                    new Evidence.Reference(
                        "The guide of the reference implementation says that a context is thread-safe and should be made"
                            + " once, since making it is costly.",
                        "https://eclipse-ee4j.github.io/jaxb-ri/4.0.4/docs/ch06.html")))
        .build();
  }
}
