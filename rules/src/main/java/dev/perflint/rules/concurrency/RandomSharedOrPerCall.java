package dev.perflint.rules.concurrency;

import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.notKept;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.call;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.google.auto.service.AutoService;
import dev.perflint.facts.Variable;
import dev.perflint.match.Condition;
import dev.perflint.match.Match;
import dev.perflint.model.Group;
import dev.perflint.model.Risk;
import dev.perflint.model.Theme;
import dev.perflint.rule.Effort;
import dev.perflint.rule.Evidence;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleSource;
import dev.perflint.rule.Technique;
import java.util.Optional;

/** Flags random numbers from one generator for all threads, or from a new one for each call. */
@AutoService(RuleSource.class)
public final class RandomSharedOrPerCall implements RuleSource {
  @Override
  public Rule rule() {
    return Rule.named("random-shared-or-per-call")
        .since("0.1")
        .theme(Theme.CONCURRENCY)
        .group(Group.PEDANTIC)
        .risk(Risk.THROUGHPUT)
        .effect("50 to 100 ns, and a retry for each thread that draws at the same time")
        .technique(Technique.OBJECT_REUSE)
        .effort(Effort.MINUTES_10)
        .summary("random numbers from a generator for all threads, or a new one for each call")
        .why(
            """
            A `java.util.Random` advances one number with an atomic operation, and `Math.random` has one generator for the whole
            process: threads that draw at the same time repeat theirs until it is their turn. A new generator for
            each call is no better: each draws its seed from a number that all share.""")
        .instead(
            "Use `ThreadLocalRandom.current()`, and `SecureRandom` where nobody may guess the number.")
        .caveat(
            "It does not matter where few numbers are drawn, nor where a seed is to make the numbers repeatable.")
        .evidence(
            new Evidence.Reference(
                "By its documentation concurrent use of one Random may meet contention and poor performance.",
                "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Random.html"))
        .flag(
            anyOf(
                call("java.util.Random#new()")
                    .where(notKept())
                    .where(that("of the JDK's kind", RandomSharedOrPerCall::isPlain))
                    .inside(loop().or(often())),
                call("java.lang.Math#random()").inside(often()),
                call(
                        "java.util.Random#nextInt(*)",
                        "java.util.Random#nextLong()",
                        "java.util.Random#nextDouble()",
                        "java.util.Random#nextBoolean()")
                    .where(that("of a static field", RandomSharedOrPerCall::isShared))
                    .inside(often())))
        .say(
            m ->
                "%s %s."
                    .formatted(
                        m.callee().equals("new")
                            ? "A new generator of random numbers is made"
                            : "All threads draw from one generator of random numbers, here",
                        m.howOften()))
        .build();
  }

  private static Condition often() {
    return runsPer("request", "message", "event-loop", "reactive");
  }

  private static boolean isPlain(Match match) {
    return match.node() instanceof ObjectCreationExpr made
        && made.getAnonymousClassBody().isEmpty();
  }

  /** A seed says that the numbers are to be the same each time. */
  private static boolean isShared(Match match) {
    return receiver(match)
        .flatMap(random -> Variable.meantBy(random, match.site().scope()))
        .filter(Variable::isField)
        .map(variable -> (VariableDeclarator) variable.declaration())
        .filter(
            variable ->
                variable.getParentNode().orElse(null) instanceof FieldDeclaration declared
                    && declared.isStatic())
        .flatMap(VariableDeclarator::getInitializer)
        .filter(
            made ->
                made instanceof ObjectCreationExpr random
                    && random.getTypeAsString().equals("Random")
                    && random.getArguments().isEmpty())
        .isPresent();
  }

  private static Optional<Expression> receiver(Match match) {
    return Optional.of(match.node())
        .filter(MethodCallExpr.class::isInstance)
        .flatMap(call -> ((MethodCallExpr) call).getScope());
  }
}
