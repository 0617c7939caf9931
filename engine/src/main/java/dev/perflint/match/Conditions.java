package dev.perflint.match;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.perflint.facts.CallerSettings;
import dev.perflint.facts.Calls;
import dev.perflint.facts.Factories;
import dev.perflint.facts.Literals;
import dev.perflint.facts.Loop;
import dev.perflint.facts.MethodRoles;
import dev.perflint.facts.Migrations;
import dev.perflint.facts.Uses;
import dev.perflint.knowledge.Roles;
import dev.perflint.model.Certainty;
import dev.perflint.source.Frame;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The words that restrict matches and name places. */
public final class Conditions {
  private Conditions() {}

  /** A condition of the rule's own. */
  public static Condition that(String text, Predicate<Match> test) {
    return new Condition(text, match -> Truth.of(test.test(match)));
  }

  /** A condition of the rule's own whose answer may be open. */
  public static Condition truth(String text, Function<Match, Truth> test) {
    return new Condition(text, test);
  }

  /** An argument, counted from 0, is a string that the file shows. */
  public static Condition constantArgument(int index) {
    return that(
        "argument " + index + " is constant",
        match ->
            match.argument(index).flatMap(a -> Literals.text(a, match.site().scope())).isPresent());
  }

  /**
   * The new object is used here and dropped: no field, no return, no hand-over to anybody who keeps
   * it.
   */
  public static Condition staysLocal() {
    return new Condition(
        "it stays local",
        match ->
            match.node() instanceof Expression made
                ? match.file().lifetimes().staysLocalOrDropped(made)
                : Truth.UNKNOWN);
  }

  /**
   * Nobody is seen to keep the new object: no field, no result. A method that is handed it counts
   * as one that only uses it, which is right for things that are made to be handed over.
   */
  public static Condition notKept() {
    return new Condition(
        "nobody is seen to keep it",
        match -> {
          if (!(match.node() instanceof Expression made)) {
            return Truth.UNKNOWN;
          }
          Certainty local = match.file().lifetimes().staysLocal(made);
          return Truth.of(local == Certainty.UNKNOWN ? Certainty.LIKELY : local);
        });
  }

  /**
   * What is made depends on who calls: a parameter decides, the element of a loop, or the tenant or
   * user of the moment.
   */
  public static Condition setByCaller() {
    return that(
        "a setting comes from the caller",
        match -> CallerSettings.decide(match.file(), match.site()));
  }

  /** In a repetition over elements that may be many; a lambda that runs per element counts. */
  public static Condition loopOverElements() {
    return new Condition(
        "in a loop over many elements",
        match -> {
          Truth truth = Truth.NO;
          for (Loop loop : match.maybeElementLoops()) {
            truth = truth.or(loop.truth());
          }
          return truth;
        });
  }

  /** Only when a cache or a field that is filled on first use has nothing yet. */
  public static Condition onCacheMiss() {
    Condition missed =
        that("only when a cache has nothing", match -> match.surroundings().onMiss());
    return missed.or(lambdaPassedTo(Roles.MEMOIZES));
  }

  /**
   * Only below static methods and constructors that nobody calls, in an application that serves.
   */
  public static Condition onUncalledWay() {
    return runsPer(Question.RunsPer.UNCALLED);
  }

  /**
   * In a method that does something of that role, itself or through what it calls: next to a
   * request to another service hardly anything is felt.
   */
  public static Condition beside(String role) {
    return new Condition(
        "beside a " + role,
        match ->
            methodAround(match)
                .map(id -> Truth.open(new Question.DoesBeside(id, role)))
                .orElse(Truth.NO));
  }

  /** In a loop here, or around some call on the way here. */
  public static Condition repeated() {
    return loop().or(runsPer(Question.RunsPer.REPEATED));
  }

  /** After a failure, or in a method that is only called there or while a cache has nothing. */
  public static Condition onRareWay() {
    return onFailure().or(runsPer(Question.RunsPer.RARE_WAY));
  }

  /**
   * Only in an exception handler, for an exception that is thrown or when a callback hears of one.
   */
  public static Condition onFailure() {
    return that(
        "only after a failure",
        match -> match.surroundings().inCatch() || isToldOfFailure(match.site().frame()));
  }

  private static boolean isToldOfFailure(Frame frame) {
    return MethodRoles.callable(frame)
        .filter(method -> Set.of("onFailure", "onError").contains(method.getNameAsString()))
        .filter(method -> !method.getParameters().isEmpty())
        .isPresent();
  }

  /** In a class that brings the data of an older release up to date, by its name. */
  public static Condition migratesOnce() {
    return that(
        "its class is a migration",
        match -> Migrations.isNamed(match.file().typeNameAround(match.site().frame())));
  }

  /**
   * The same, in its package or beside it, or in a method that migrates: for what belongs to a
   * migration alone.
   */
  public static Condition inMigration() {
    return that(
        "its class is a migration",
        match -> Migrations.isAround(match.file(), match.site().frame()));
  }

  /** In any loop that may run often, unless the match ends it. */
  public static Condition loop() {
    return new Condition(
        "in a loop",
        match -> {
          Truth truth = Truth.NO;
          for (Loop loop : match.file().loops().repeating(match.site())) {
            if (loop.kind() != Loop.Kind.RETRY) {
              truth = truth.or(loop.truth());
            }
          }
          return truth;
        });
  }

  /**
   * In a member that runs once: static init, constructor, bean method, {@code main}; a loop in it
   * does not count.
   */
  public static Condition runsOnce() {
    return new Condition(
        "in code that runs once",
        match -> {
          boolean repeated = match.loops().stream().anyMatch(Loop::isUnbounded);
          return repeated ? Truth.NO : match.file().roles().runsOnce(match.site().frame());
        });
  }

  /** In a lambda handed to a call of that role, e.g. {@code memoizes}. */
  public static Condition lambdaPassedTo(String role) {
    return new Condition(
        "in a lambda passed to a call that " + role,
        match -> {
          Truth truth = Truth.NO;
          for (Frame at = match.site().frame(); at != null && !at.isMember(); at = at.parent()) {
            if (at.node() instanceof LambdaExpr lambda) {
              truth = truth.or(plays(lambda, role, match));
            }
          }
          return match.node() instanceof MethodReferenceExpr self
              ? truth.or(plays(self, role, match))
              : truth;
        });
  }

  private static Truth plays(Expression function, String role, Match match) {
    return Calls.takerOf(function)
        .map(taker -> match.file().calls().plays(match.file().siteOf(taker, match.site()), role))
        .orElse(Truth.NO);
  }

  /** Some configuration file of the project sets a property that plays the role. */
  public static Condition configured(String role) {
    return new Condition(
        "configured by a property that " + role,
        match -> {
          List<String> keys = match.file().knowledge().properties(role);
          return keys.isEmpty() ? Truth.NO : Truth.open(new Question.Configured(keys));
        });
  }

  /** The run-time JDK is one of these feature releases, both ends included. */
  public static Condition onJdk(int from, int until) {
    return that(
        "on JDK " + from + " to " + until,
        match -> match.file().release() >= from && match.file().release() <= until);
  }

  /**
   * Somebody who uses what is made here, by calls of that role on it, runs per entry point of one
   * of these kinds.
   */
  public static Condition usedPer(String role, String... kinds) {
    String joined = String.join(" ", kinds);
    return new Condition(
        "used per " + String.join(" or ", kinds),
        match -> {
          Uses uses = match.uses(role);
          List<String> methods =
              uses.uses().stream()
                  .filter(use -> !use.around().onMiss() && !use.around().inCatch())
                  .map(Uses.Use::methodId)
                  .distinct()
                  .toList();
          boolean unused = methods.isEmpty() && uses.fields().isEmpty() && uses.beans().isEmpty();
          return unused
              ? Truth.NO
              : Truth.open(
                  new Question.UsedPer(methods, uses.fields(), uses.beans(), role, joined));
        });
  }

  /**
   * What is made here goes nowhere but into a container, and nobody in the project asks for it.
   *
   * @param role of the calls on it by which it is used
   */
  public static Condition unwantedBean(String role) {
    return new Condition(
        "a bean that nobody asks for",
        match -> {
          Uses uses = match.uses(role);
          boolean onlyBean =
              uses.uses().isEmpty() && uses.fields().isEmpty() && !uses.beans().isEmpty();
          return onlyBean ? Truth.open(new Question.Wanted(uses.beans())).not() : Truth.NO;
        });
  }

  /**
   * The method around returns the new object, and somebody who calls it drops it each time, per
   * entry point of one of these kinds or in a loop; without kinds, anywhere but at start-up and on
   * the command line.
   */
  public static Condition droppedPer(String... kinds) {
    return droppedPer("dropped by callers of the factory around", false, kinds);
  }

  /** The same, where somebody who calls it does not close it either. */
  public static Condition leftOpenByCallers() {
    return droppedPer("left open by callers of the factory around", true);
  }

  private static Condition droppedPer(String text, boolean leftOpen, String... kinds) {
    String joined = String.join(" ", kinds);
    return new Condition(
        text,
        match -> {
          List<String> factories =
              match.node() instanceof Expression made
                  ? Factories.of(match.file()).thatReturn(made, match.site()).stream()
                      .map(method -> match.file().unit().sites().at(method).orElseThrow())
                      .map(method -> match.file().methodId(method.frame()))
                      .toList()
                  : List.of();
          return factories.isEmpty()
              ? Truth.NO
              : Truth.open(new Question.DroppedPer(factories, joined, leftOpen));
        });
  }

  /** The method around is an entry point of one of these kinds, or is called by one. */
  public static Condition runsPer(String... kinds) {
    return runsPer("in a method that runs per ", false, kinds);
  }

  /**
   * The same, on the very thread of the entry point: no executor takes over on the way, as far as
   * the hottest way goes.
   */
  public static Condition onThreadOf(String... kinds) {
    return runsPer("on the thread of a ", true, kinds)
        .and(that("not handed to another thread", match -> !match.surroundings().later()));
  }

  /** Where a virtual thread runs, as far as the way to the place shows. */
  public static Condition onVirtualThread() {
    return new Condition(
        "on a virtual thread",
        match ->
            match.surroundings().virtual()
                ? Truth.SURE
                : match.surroundings().later()
                    ? Truth.NO
                    : methodAround(match)
                        .map(id -> Truth.open(new Question.OnVirtualThread(id)))
                        .orElse(Truth.NO));
  }

  private static Condition runsPer(String text, boolean sameThread, String... kinds) {
    String joined = String.join(" ", kinds);
    return new Condition(
        text + String.join(" or ", kinds),
        match ->
            methodAround(match)
                .map(id -> Truth.open(new Question.RunsPer(id, joined, sameThread)))
                .orElse(Truth.NO));
  }

  /** The id of what a match runs in, be it a function that a library runs. */
  private static Optional<String> methodAround(Match match) {
    return match
        .file()
        .handlers()
        .owner(match.site().frame())
        .map(owner -> match.file().methodId(owner));
  }
}
