package dev.perflint.rank;

import dev.perflint.facts.Surroundings;
import dev.perflint.facts.Surroundings.Repeat;
import dev.perflint.knowledge.EntryKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often a place runs: the entry point, the loops on the whole way from there, and what makes it
 * rare. Immutable; {@link #through} extends the way by one call.
 *
 * @param label of the entry point, e.g. "GET /prices/{sku}"
 * @param methods ids of the methods on the way, the entry first; {@link #GAP} for those in the
 *     middle of a long one
 * @param loops on the way, the nearest last; only those that repeat
 * @param branches methods on the way in which the call stands in a branch
 * @param later whether another thread takes over on the way
 * @param likely whether some call on the way may mean another method
 */
public record Heat(
    EntryKind kind,
    String label,
    List<String> methods,
    List<Repeat> loops,
    int branches,
    boolean inCatch,
    boolean onMiss,
    boolean logGuarded,
    boolean recursive,
    boolean later,
    boolean likely) {
  /** Stands for the methods in the middle of a long way. */
  public static final String GAP = "…";

  /** At no place in particular: for what surroundings add by themselves. */
  public static final Heat PLAIN = of(EntryKind.UNKNOWN, "", "");

  /** Stands for the method of what no method does by itself, such as a filter of a framework. */
  public static final String EVERYWHERE = "";

  private static final int LONGEST_WAY = 24;

  public Heat {
    methods = List.copyOf(methods);
    loops = List.copyOf(loops);
  }

  /** At the start of an entry point. */
  public static Heat of(EntryKind kind, String label, String method) {
    return new Heat(
        kind, label, List.of(method), List.of(), 0, false, false, false, false, false, false);
  }

  /** With each entry of a kind, wherever it goes. */
  public static Heat each(EntryKind kind) {
    return of(kind, "", EVERYWHERE);
  }

  /** At a place with these surroundings in the last method of the way. */
  public Heat within(Surroundings around) {
    if (around.equals(Surroundings.PLAIN)) {
      return this;
    }
    List<Repeat> all = new ArrayList<>(loops);
    for (int i = around.loops().size() - 1; i >= 0; i--) {
      Repeat loop = around.loops().get(i);
      if (counts(loop)) {
        all.add(loop);
      }
    }
    return new Heat(
        kind,
        label,
        methods,
        all,
        branches + (isBranch(around) ? 1 : 0),
        inCatch || around.inCatch(),
        onMiss || around.onMiss(),
        logGuarded || around.logGuarded(),
        recursive,
        later || around.later(),
        likely);
  }

  /** At the start of a method that is called from a place with these surroundings. */
  public Heat through(Surroundings around, String callee, boolean uncertain) {
    Heat at = within(around);
    return new Heat(
        kind,
        label,
        extended(methods, callee),
        at.loops(),
        at.branches(),
        at.inCatch(),
        at.onMiss(),
        at.logGuarded(),
        recursive,
        at.later(),
        likely || uncertain);
  }

  /** A branch that is known to be taken rarely counts as rare instead. */
  private static boolean isBranch(Surroundings around) {
    return around.conditional() && !around.inCatch() && !around.onMiss() && !around.logGuarded();
  }

  /** The same, once more for each time that the way calls itself. */
  public Heat recursing() {
    return recursive
        ? this
        : new Heat(
            kind,
            label,
            methods,
            loops,
            branches,
            inCatch,
            onMiss,
            logGuarded,
            true,
            later,
            likely);
  }

  /** The same, but another thread runs it. */
  public Heat handedOver() {
    return later
        ? this
        : new Heat(
            kind,
            label,
            methods,
            loops,
            branches,
            inCatch,
            onMiss,
            logGuarded,
            recursive,
            true,
            likely);
  }

  /** A long way loses its middle: the entry and the nearest calls are what a reader looks for. */
  private static List<String> extended(List<String> way, String callee) {
    List<String> longer = new ArrayList<>(way);
    longer.add(callee);
    if (longer.size() > LONGEST_WAY) {
      longer.set(LONGEST_WAY / 2, GAP);
      longer.remove(LONGEST_WAY / 2 + 1);
    }
    return longer;
  }

  /**
   * An endless loop is the program's life and a retry runs once when all is well: neither
   * multiplies.
   */
  private static boolean counts(Repeat loop) {
    return switch (loop.kind()) {
      case PER_ELEMENT, CHUNK, CONDITION -> loop.factor() > 1;
      case RETRY, ENDLESS -> false;
    };
  }

  /** The loops that count, the largest first. */
  public List<Repeat> largestLoops() {
    return largestLoops(null);
  }

  /** The same without one that something else accounts for. */
  List<Repeat> largestLoops(@Nullable Repeat covered) {
    return loops.stream()
        .filter(loop -> loop != covered)
        .sorted(Comparator.comparingDouble(Repeat::factor).reversed())
        .limit(RankingNumbers.COUNTED_LOOPS)
        .toList();
  }

  /** log10 of what a loop multiplies by, where {@link #largestLoops} has it at that place. */
  static double loopLog10(Repeat loop, int place) {
    double factor = loop.factor();
    return Math.log10(place == 0 ? factor : Math.min(factor, RankingNumbers.SECOND_LOOP));
  }

  /** Whether the way is too long to be evidence that its end runs each time. */
  boolean isLong() {
    return methods.size() > RankingNumbers.LONGEST_SURE_WAY;
  }

  /** log10 of how often the entry point is entered in a second. */
  public double entryLog10() {
    double write = writes() ? Math.log10(RankingNumbers.WRITE) : 0;
    return RankingNumbers.executions(kind) + write;
  }

  /** Whether it is a request that changes something, which come less often than those that ask. */
  boolean writes() {
    return Requests.writes(kind, label);
  }

  /** log10 of executions a second. */
  public double log10() {
    double sum = entryLog10();
    List<Repeat> largest = largestLoops();
    for (int i = 0; i < largest.size(); i++) {
      sum += loopLog10(largest.get(i), i);
    }
    double rare = Math.log10(RankingNumbers.RARE);
    sum += (inCatch ? rare : 0) + (onMiss ? rare : 0) + (logGuarded ? rare : 0);
    sum += branches * Math.log10(RankingNumbers.BRANCH);
    sum += isLong() ? Math.log10(RankingNumbers.LONG_WAY) : 0;
    return sum + (recursive ? Math.log10(RankingNumbers.RECURSION) : 0);
  }

  /** What one more method adds to {@link #log10}, and all methods behind it. */
  public double log10OfNext() {
    return methods.size() == RankingNumbers.LONGEST_SURE_WAY
        ? Math.log10(RankingNumbers.LONG_WAY)
        : 0;
  }
}
