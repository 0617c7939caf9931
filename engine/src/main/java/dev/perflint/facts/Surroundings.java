package dev.perflint.facts;

import dev.perflint.model.Certainty;
import dev.perflint.model.Region;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.function.Function;

/**
 * What stands between a place and the start of its method, as far as frequency goes: plain data for
 * the merge.
 *
 * @param loops innermost first
 * @param inCatch on an exception path: in a {@code catch}, an argument of a {@code throw}, or in a
 *     branch that answers a request with an error
 * @param onMiss only when a cache or lazily set field has nothing yet
 * @param logGuarded only at a log level that is usually off
 * @param branch whether it stands in one, or in a function that nobody is known to run whenever it
 *     is handed over; open where another file says who runs it
 * @param early how many returns stand before it, by which some calls leave
 * @param later in a function that is handed to an executor or its like: another thread runs it
 * @param virtual whether that other thread is a virtual one
 * @param needs what the parameters of the method must be like; a way that hands over something else
 *     does not get there
 */
public record Surroundings(
    List<Repeat> loops,
    boolean inCatch,
    boolean onMiss,
    boolean logGuarded,
    Truth branch,
    EarlyReturns.Many early,
    boolean later,
    boolean virtual,
    List<ParameterTest> needs) {
  /** Straight in the body of its method. */
  public static final Surroundings PLAIN =
      new Surroundings(
          List.of(),
          false,
          false,
          false,
          Truth.NO,
          EarlyReturns.Many.NONE,
          false,
          false,
          List.of());

  /**
   * One loop.
   *
   * @param factor runs per pass around it
   * @param text e.g. "loop over orders"
   * @param region the head of the loop
   * @param truth whether it is one, where another file decides that
   * @param parameter whose elements, or those of a part of it, it goes through; {@link Passed#NONE}
   */
  public record Repeat(
      Loop.Kind kind, double factor, String text, Region region, Truth truth, int parameter) {
    private static final String FEW = ", a few";

    /** What may not be one: a method that nobody knows is taken for none. */
    private boolean holds(Function<Truth, Certainty> answers) {
      Certainty answer = answers.apply(truth);
      boolean asksMethod =
          truth instanceof Truth.Open open && open.question() instanceof Question.DoesTo;
      return asksMethod ? answer.isReported() : answer != Certainty.NO;
    }

    /** The same of fewer elements. */
    public Repeat atMost(double elements) {
      return elements < factor
          ? new Repeat(kind, elements, text + FEW, region, truth, parameter)
          : this;
    }

    /** The same of so few. */
    Repeat of(Few few) {
      return few.elements() < factor
          ? new Repeat(kind, few.elements(), text + ", " + few.text(), region, truth, parameter)
          : this;
    }
  }

  public Surroundings {
    loops = List.copyOf(loops);
    needs = List.copyOf(needs);
  }

  /** Whether nothing stands between that makes it more or less frequent. */
  public boolean isPlain() {
    return loops.isEmpty()
        && !inCatch
        && !onMiss
        && !logGuarded
        && branch.isNo()
        && early == EarlyReturns.Many.NONE
        && !later
        && !virtual;
  }

  /** Whether not each run of the method gets there, as far as is known. */
  public boolean conditional() {
    return !branch.isNo();
  }

  /** Whether each run of the method gets there, and does so itself, as far as is known. */
  public boolean isAlways() {
    return !inCatch && !onMiss && !conditional() && !later;
  }

  /** The same with those loops and branches only that are some once every question is answered. */
  public Surroundings settled(Function<Truth, Certainty> answers) {
    Surroundings settled = this;
    if (!(branch instanceof Truth.Decided)) {
      settled = settled.inBranch(Truth.of(answers.apply(branch)));
    }
    return loops.isEmpty() || loops.stream().allMatch(loop -> loop.truth() instanceof Truth.Decided)
        ? settled
        : settled.with(loops.stream().filter(loop -> loop.holds(answers)).toList());
  }

  private Surroundings inBranch(Truth truth) {
    return new Surroundings(
        loops, inCatch, onMiss, logGuarded, truth, early, later, virtual, needs);
  }

  /** The same where the parameters have to be like that, too. */
  Surroundings needing(List<ParameterTest> tests) {
    return tests.isEmpty()
        ? this
        : new Surroundings(
            loops, inCatch, onMiss, logGuarded, branch, early, later, virtual, tests);
  }

  /** The same behind so many returns. */
  Surroundings past(EarlyReturns.Many returns) {
    return new Surroundings(
        loops, inCatch, onMiss, logGuarded, branch, returns, later, virtual, needs);
  }

  /** The same where a cache has nothing. */
  public Surroundings missed() {
    return new Surroundings(loops, inCatch, true, logGuarded, branch, early, later, virtual, needs);
  }

  /** The same where the thread goes on. */
  public Surroundings onAnotherThread() {
    return new Surroundings(
        loops, inCatch, onMiss, logGuarded, branch, early, true, virtual, needs);
  }

  /** The same with other loops. */
  public Surroundings with(List<Repeat> others) {
    return new Surroundings(
        others, inCatch, onMiss, logGuarded, branch, early, later, virtual, needs);
  }
}
