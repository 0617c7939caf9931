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

/** Flags factories of Bean Validation that are booted for one validation. */
@AutoService(RuleSource.class)
public final class ValidatorFactoryPerCall implements RuleSource {
  @Override
  public Rule rule() {
    return MadePerCall.anywhere(
            "validator-factory",
            Rule.named("validator-factory-per-call")
                .since("0.1")
                .theme(Theme.OBJECT_REUSE)
                .group(Group.PREVIEW)
                .risk(Risk.LATENCY)
                .effectFromKnowledge("5 to 50 ms")
                .technique(Technique.OBJECT_REUSE)
                .effort(Effort.MINUTES_10)
                .summary("validator factory of Bean Validation booted for a single validation")
                .why(
                    """
                    The factory searches the class path for a provider and a configuration file, starts its services and
                    keeps what it has read of each class. One that is made for a validation does all of that each
                    time, reads the class by reflection again, and is seldom closed.""")
                .instead(
                    "Have a `Validator` injected, or keep one in a `static final` field; it is thread-safe.")
                .caveat("It does not matter in code that validates one object at start-up.")
                .evidence(
                    new Evidence.Reference(
                        "The reference guide of Hibernate Validator says that one factory is kept for the application"
                            + " and that validators are thread-safe.",
                        "https://docs.jboss.org/hibernate/stable/validator/reference/en-US/html_single/#section-obtaining-validator")))
        .build();
  }
}
