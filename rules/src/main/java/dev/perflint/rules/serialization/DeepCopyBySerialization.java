package dev.perflint.rules.serialization;

import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;
import static dev.perflint.match.Patterns.on;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.google.auto.service.AutoService;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;

/** Flags objects that are written as text or bytes only to be read again at once. */
@AutoService(RuleSource.class)
public final class DeepCopyBySerialization implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("deep-copy-by-serialization")
        .since("0.1")
        .theme(Theme.SERIALIZATION)
        .group(Group.PREVIEW)
        .risk(Risk.GARBAGE)
        .effect("2 to 200 µs and several times the object as garbage")
        .technique(Technique.ALGORITHM)
        .effort(Effort.MINUTES_10)
        .summary("object copied or converted by way of its text")
        .why(
            """
            Writing an object as JSON and reading it again makes the whole text, splits it into tokens, turns numbers and dates into
            characters and back and looks each name up, for what a constructor does with some assignments: a hundred
            times the work for a small object, and for lists of them in proportion.""")
        .instead(
            "A copy constructor or `toBuilder`, for records a new one; from one type to another a mapping method, or"
                + " `mapper.convertValue`, which leaves the text out.")
        .caveat(
            "It does not matter for an object or two per action of a user, nor where the text is meant to cut what it does not"
                + " carry.")
        .evidence(
            new Evidence.Benchmark(
                "A copy of an object of eight fields and a short list took 24 µs by way of its serialized bytes, 0.3 µs field by"
                    + " field.",
                "deep-copy-by-serialization"))
        .flag(
            anyOf(
                on(MethodCallExpr.class, RoundTrips::isOne),
                call(
                    "org.apache.commons.lang3.SerializationUtils#clone(*)",
                    "org.apache.commons.lang.SerializationUtils#clone(*)",
                    "org.springframework.util.SerializationUtils#clone(*)")))
        .pedanticUnless(
            that("it goes by way of a text", m -> !m.callee().equals("clone"))
                .or(runsPer("request", "message", "event-loop", "reactive")),
            "a copy of a serializable object that no request or message is known to reach")
        .unless("the result is dropped", that("nobody gets it", m -> isDropped(m.node())))
        .unless("only when a cache has nothing", onCacheMiss())
        .unless("only after a failure", onFailure())
        .unless(
            "only at start-up or in a command", runsOnce().or(runsPer("start-up", "command-line")))
        .say(
            m ->
                "`%s` in %s copies an object by way of %s."
                    .formatted(m.callee(), m.methodName(), RoundTrips.way(m)))
        .build();
  }

  /** What is made of an object only to see whether it can be made. */
  private static boolean isDropped(Node call) {
    return call.getParentNode()
        .filter(ExpressionStmt.class::isInstance)
        .flatMap(Node::getParentNode)
        .filter(around -> !(around instanceof LambdaExpr))
        .isPresent();
  }
}
