package dev.perflint.rules.connections;

import static dev.perflint.match.Conditions.leftOpenByCallers;
import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.setByCaller;
import static dev.perflint.match.Conditions.staysLocal;
import static dev.perflint.match.Conditions.that;
import static dev.perflint.match.Patterns.anyOf;
import static dev.perflint.match.Patterns.built;
import static dev.perflint.match.Patterns.role;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Closings;
import dev.perflint.facts.Lifetimes;
import dev.perflint.facts.Loop;
import dev.perflint.knowledge.Roles;
import dev.perflint.match.Condition;
import dev.perflint.match.Match;
import dev.perflint.match.Pattern;
import dev.perflint.model.Risk;
import dev.perflint.rule.Once;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleBuilder;

/** What the rules about clients that live for one call share: how a client is made and used. */
final class ClientUse {
  private ClientUse() {}

  /** Completes what a rule says of clients of a kind with where it reports them. */
  static Rule ruleAbout(String kind, RuleBuilder described) {
    return described
        .riskOf(ClientUse::risk)
        .flag(madePerCall(kind))
        .unless("only at start-up, in a job or a command", onlyNowAndThen())
        .unless("made once for each key", onCacheMiss())
        .unless("built from the caller's own settings", setByCaller())
        .unless("kept for a loop that lasts", keptForALastingLoop())
        .once(Once.PER_HABIT)
        .say(ClientUse::message)
        .build();
  }

  /** A client of that kind, made by a call or at the end of a builder's chain, and dropped. */
  private static Pattern madePerCall(String kind) {
    return anyOf(role(Roles.EXPENSIVE_TO_CREATE, kind), built(kind))
        .where(staysLocal().orElse(leftOpenByCallers()))
        .inside(runsOnce().not());
  }

  /** A job that runs now and then may open what it needs and close it. */
  static Condition onlyNowAndThen() {
    return runsPer("start-up", "command-line", "scheduled", "batch").and(loop().not());
  }

  /** A worker makes its client and then works until it is told to stop. */
  private static Condition keptForALastingLoop() {
    return that(
        "it is used in a loop that lasts",
        match ->
            Lifetimes.holder(match.node()).stream()
                .flatMap(variable -> match.file().lifetimes().uses(variable).stream())
                .flatMap(use -> Calls.callAround(use).stream())
                .map(call -> match.file().siteOf(call, match.site()))
                .flatMap(site -> match.file().loops().around(site).stream())
                .anyMatch(loop -> lasts(loop) && !loop.node().isAncestorOf(match.node())));
  }

  /** Another thread works with it from then on: it is not there for the call that makes it. */
  static boolean isHeldByTask(Match match) {
    return Lifetimes.holder(match.node()).stream()
        .flatMap(variable -> match.file().lifetimes().uses(variable).stream())
        .anyMatch(use -> isInTask(use, match));
  }

  private static boolean isInTask(Node use, Match match) {
    for (Node at = use;
        at != null && !at.isAncestorOf(match.node());
        at = at.getParentNode().orElse(null)) {
      if (at instanceof LambdaExpr && isHandedOn(at, match)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHandedOn(Node function, Match match) {
    return Calls.callGiven(function)
        .map(call -> match.file().siteOf(call, match.site()))
        .filter(call -> match.file().calls().plays(call, Roles.RUNS_LATER).mayBeReported())
        .isPresent();
  }

  private static boolean lasts(Loop loop) {
    return loop.kind() == Loop.Kind.ENDLESS || loop.kind() == Loop.Kind.CONDITION;
  }

  /** {@code new OkHttpClient().newBuilder().connectionPool(pool)} leaves nothing behind. */
  static boolean isForItsBuilder(Match match) {
    Expression at = (Expression) match.node();
    int derived = 0;
    while (at.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getScope().orElse(null) == at) {
      if (match
          .file()
          .calls()
          .plays(match.file().siteOf(call, match.site()), Roles.DERIVES)
          .mayBeReported()) {
        derived++;
      }
      at = call;
    }
    return derived > 1;
  }

  private static String message(Match match) {
    return "A new %s is made on every call of %s and %s%s."
        .formatted(
            match.typeName(),
            match.methodName(),
            isClosed(match) ? "closed" : "dropped",
            byWhom(match));
  }

  /**
   * What is closed costs its set-up; else it depends on whether what it leaves behind goes by
   * itself.
   */
  static Risk risk(Match match) {
    return isClosed(match)
        ? Risk.LATENCY
        : match.known().flatMap(known -> known.risk()).orElse(Risk.OUTAGE);
  }

  static boolean isMadeHere(Match match) {
    return staysLocal().test(match).mayBeReported();
  }

  /** It costs its set-up each time then; one that is left open adds up. */
  static boolean isClosed(Match match) {
    return isMadeHere(match) && Closings.of(match.file()).isClosed((Expression) match.node());
  }

  /** Nobody keeps it where it is made, or a caller of the factory drops it. */
  static String byWhom(Match match) {
    return isMadeHere(match) ? " after it" : Rule.VIA;
  }
}
