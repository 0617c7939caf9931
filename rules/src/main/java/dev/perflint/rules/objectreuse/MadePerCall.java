package dev.perflint.rules.objectreuse;

import static dev.perflint.match.Conditions.droppedPer;
import static dev.perflint.match.Conditions.loop;
import static dev.perflint.match.Conditions.notKept;
import static dev.perflint.match.Conditions.onCacheMiss;
import static dev.perflint.match.Conditions.onFailure;
import static dev.perflint.match.Conditions.runsOnce;
import static dev.perflint.match.Conditions.runsPer;
import static dev.perflint.match.Conditions.staysLocal;
import static dev.perflint.match.Patterns.role;

import dev.perflint.knowledge.Roles;
import dev.perflint.match.Condition;
import dev.perflint.match.Match;
import dev.perflint.match.Pattern;
import dev.perflint.rule.Rule;
import dev.perflint.rule.RuleBuilder;

/**
 * What the rules about things made anew for each call share: where that counts, and how to say it.
 */
final class MadePerCall {
  private MadePerCall() {}

  /** Completes what a rule says of things of a kind that only matter in some places. */
  static RuleBuilder in(Condition place, String kind, RuleBuilder described) {
    return unlessSeldom(described.flag(made(kind, notKept()).inside(place)));
  }

  /** The same, for things so costly that they matter wherever it is not known that they do not. */
  static RuleBuilder anywhere(String kind, RuleBuilder described) {
    return described
        .flag(made(kind, staysLocal().or(notKept().and(hot()))).inside(runsOnce().not()))
        .unless("only at start-up or in a command", onlyOnce())
        .unless("made once for each key", onCacheMiss())
        .say(MadePerCall::message);
  }

  /** What excuses them, and how to say what is found. */
  static RuleBuilder unlessSeldom(RuleBuilder flagged) {
    return flagged
        .unless("made once for each key", onCacheMiss())
        .unless("only after a failure", onFailure())
        .say(MadePerCall::message);
  }

  /** On the way of a request or message. */
  static Condition hot() {
    return runsPer("request", "message", "event-loop", "reactive");
  }

  private static Pattern made(String kind, Condition here) {
    return role(Roles.EXPENSIVE_TO_CREATE, kind).where(here.orElse(droppedPer()));
  }

  /** A loop in what runs once may still be long. */
  static Condition onlyOnce() {
    return runsPer("start-up", "command-line").and(loop().not());
  }

  private static String message(Match match) {
    return "A new %s is made %s%s: %s."
        .formatted(
            match.typeName(),
            match.howOften(),
            notKept().test(match).mayBeReported() ? "" : " and dropped" + Rule.VIA,
            match.known().flatMap(known -> known.each()).orElseThrow());
  }
}
