package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.google.auto.service.AutoService;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags getters that take a lock to read one field. */
@AutoService(RuleSource.class)
public final class SynchronizedHotPath implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("synchronized-hot-path")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PEDANTIC)
        .risk(Risk.THROUGHPUT)
        .effect("20 to 50 ns")
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .summary("getter that takes a lock to read one value")
        .why(
            """
            Readers wait for each other and for whoever writes, though a single value is read whole either way. Free, the
            lock costs some ten nanoseconds; when many threads ask, each of them may be put to sleep and woken again,
            which takes a thousand times as long.""")
        .instead(
            "Make the field `volatile` and drop `synchronized` from the getter; those that write may keep it.")
        .caveat("It does not matter where few threads ask, or seldom.")
        .evidence(
            new Evidence.Reference(
                "By the Java Language Specification a read of a volatile field sees the last write to it, and writes and"
                    + " reads of volatile long and double values are atomic.",
                "https://docs.oracle.com/javase/specs/jls/se17/html/jls-17.html#jls-17.7"))
        .flag(
            on(MethodDeclaration.class, LockedGetters::areGetters)
                .where(that("nothing is done after a write", LockedGetters::isWrittenLast)))
        .say(SynchronizedHotPath::message)
        .build();
  }

  private static String message(Match match) {
    MethodDeclaration method = (MethodDeclaration) match.node();
    return "`%s` takes a lock to read `%s`, for which a volatile field needs none."
        .formatted(method.getNameAsString(), LockedGetters.field(method).orElse("one value"));
  }
}
