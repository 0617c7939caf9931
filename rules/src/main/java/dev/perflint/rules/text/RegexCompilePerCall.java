package dev.perflint.rules.text;

import static dev.perflint.match.Conditions.beside;
import static dev.perflint.match.Conditions.constantArgument;
import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.repeated;
import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;
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

/** Flags constant regular expressions that are compiled again on every call or iteration. */
@AutoService(RuleSource.class)
public final class RegexCompilePerCall implements RuleSource {
  /**
   * What runs more seldom does not feel microseconds, and a request that changes something does far
   * more than to compile patterns.
   */
  private static final String[] READING = {"reading-request", "message", "event-loop", "reactive"};

  @Override
  public Rule rule() {
    return Rule.named("regex-compile-per-call")
        .since("0.1")
        .theme(Theme.TEXT)
        .group(Group.PEDANTIC)
        .risk(Risk.GARBAGE)
        .effect("1 to 10 µs and 1 to 5 kB")
        .technique(Technique.OBJECT_REUSE)
        .effort(Effort.MINUTES_10)
        .summary("regular expression compiled again on every call")
        .why(
            """
            Compiling parses the expression and builds its graph of nodes; matching only walks it. On short inputs the
            compilation is most of the work and most of the garbage. `String.matches`, `split`, `replaceAll` and
            `replaceFirst` compile their argument on each call.""")
        .instead(
            "Compile once into a `private static final Pattern` and use its `matcher` or `split`; a plain text needs no"
                + " pattern at all: `replace`.")
        .caveat(
            "Code that runs seldom gains nothing, which is why only what requests, messages and events repeat in a loop is"
                + " reported by default. `split` by one plain character does not use regular expressions at all.")
        .evidence(
            new Evidence.Reference(
                "The documentation defines the regular expression methods of String by those "
                    + "of Pattern and Matcher, each call of which starts from the text of the "
                    + "expression.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/String.html"))
        .flag(
            anyOf(call("java.util.regex.Pattern#compile(*)"), role(Roles.COMPILES_REGEX))
                .where(constantArgument(0))
                .inside(runsOnce().not()))
        .pedanticUnless(
            runsPer(READING)
                .and(
                    that("most passes of a loop need it", PatternCalls::isFeltInLoop)
                        .or(
                            that("most calls of a method need it", PatternCalls::isFeltInCall)
                                .and(repeated())))
                .and(beside(Roles.REMOTE_CALL).not()),
            "code that no request or message is known to reach, in requests that change something, where no loop here or on the"
                + " way repeats it, beside a request to another service, on the way of a test that seldom holds, and in loops"
                + " over the pieces of a text, over few elements or with a service's answer in each pass")
        .unless(
            "only at start-up or in a command",
            runsPer("start-up", "command-line").and(loop().not()))
        .unless(
            "flags differ by call", that("a flag is no constant", PatternCalls::hasVariableFlags))
        .unless(
            "split takes its fast path",
            that("it splits by a plain character", PatternCalls::isFastSplit))
        .unless("kept in a field", that("the pattern goes to a field", PatternCalls::isKept))
        .unless("only on a cache miss", onCacheMiss())
        .unless("only after a failure", onFailure())
        .say(PatternCalls::message)
        .fix("hoist the pattern into a constant", PatternHoist::fix)
        .build();
  }
}
