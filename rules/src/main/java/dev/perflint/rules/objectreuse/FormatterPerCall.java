package dev.perflint.rules.objectreuse;

import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.setByCaller;
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

/** Flags formatters of dates and numbers that are made again for each value. */
@AutoService(RuleSource.class)
public final class FormatterPerCall implements RuleSource {
  @Override
  public Rule rule() {
    return MadePerCall.in(
            loop(),
            "formatter",
            Rule.named("formatter-per-call")
                .since("0.1")
                .theme(Theme.OBJECT_REUSE)
                .group(Group.PEDANTIC)
                .risk(Risk.GARBAGE)
                .effectFromKnowledge(
                    "0.2 µs for a DateTimeFormatter, 0.4 to 2.5 µs and 1 to 1.5 kB for the others")
                .technique(Technique.OBJECT_REUSE)
                .effort(Effort.MINUTES_10)
                .summary("formatter of dates or numbers made again for each value")
                .why(
                    """
                    A formatter parses its pattern and copies the symbols of a locale when it is made, which takes
                    as long as formatting a value or longer, and leaves five times the garbage. In a loop over rows,
                    or for each message, that doubles the cost of every date.""")
                .instead(
                    "Keep a `DateTimeFormatter` in a `static final` field: it is immutable, any thread may use it, and"
                        + " `withZone` and `withLocale` of it are cheap. `SimpleDateFormat`, `DecimalFormat` and"
                        + " `NumberFormat` are not thread-safe and must not go into a shared field: make one before"
                        + " the loop, or use a `DateTimeFormatter`.")
                .caveat(
                    "A formatter costs less than a microsecond: outside of loops over many values it is not worth a thought.")
                .evidence(
                    new Evidence.Reference(
                        "The documentation of DateTimeFormatter says that it is immutable and thread-safe, that of"
                            + " SimpleDateFormat that each thread needs its own.",
                        "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/text/SimpleDateFormat.html")))
        .unless(
            "its pattern differs", that("the pattern is no constant", FormatterUse::isOfVariable))
        .unless("set up for the caller", setByCaller())
        .fix("hoist the formatter into a constant", FormatterUse::fix)
        .build();
  }
}
