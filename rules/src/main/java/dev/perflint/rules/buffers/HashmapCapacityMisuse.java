package dev.perflint.rules.buffers;

import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.call;

import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags hash maps that are told the number of their elements where they want a capacity. */
@AutoService(RuleSource.class)
public final class HashmapCapacityMisuse implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("hashmap-capacity-misuse")
        .since("0.1")
        .theme(Theme.BUFFERS)
        .group(Group.PEDANTIC)
        .risk(Risk.GARBAGE)
        .effect("100 ns and 250 B for twenty elements, about every second time")
        .technique(Technique.BUFFERS)
        .effort(Effort.MINUTES_10)
        .summary("hash map sized for its elements without room for its load factor")
        .why(
            """
            The argument is the size of the table, and a table grows once three quarters of it are taken. A map that is told
            the number of its elements gets the next power of two, and for half of all numbers that is too small by one
            step: near the end of the filling it gets a table of twice the size and moves all that it has.""")
        .instead(
            "On JDK 19 and newer say `HashMap.newHashMap(n)`, `HashSet.newHashSet(n)`; before that `n * 4 / 3 + 1`, or"
                + " `Maps.newHashMapWithExpectedSize(n)` and `Sets.newHashSetWithExpectedSize(n)` of Guava.")
        .caveat(
            "It does not matter where keys are few or mostly equal, or where the map is made now and then.")
        .evidence(
            new Evidence.Reference(
                "By its documentation the hash table is rehashed when the number of entries exceeds the product of the load"
                    + " factor and the current capacity.",
                "https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/HashMap.html"))
        .flag(
            call(
                    "java.util.HashMap#new(int)",
                    "java.util.LinkedHashMap#new(int)",
                    "java.util.HashSet#new(int)",
                    "java.util.LinkedHashSet#new(int)")
                .where(that("a loop fills it with as many", FilledMaps::getOnePerElement)))
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .say(
            m ->
                "`new %s(%s)` has room for three quarters of that, and %s puts all of them into it."
                    .formatted(FilledMaps.type(m), m.argument(0).orElseThrow(), m.methodName()))
        .build();
  }
}
