package dev.perflint.rank;

import dev.perflint.facts.EarlyReturns;
import dev.perflint.facts.ParameterTest;
import dev.perflint.facts.Passed;
import dev.perflint.facts.Surroundings;
import dev.perflint.facts.Surroundings.Repeat;
import dev.perflint.knowledge.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How often a place runs: the entry point, the loops on the whole way from there, and what makes it
 * rare. Immutable; {@link #through} extends the way by one call.
 *
 * @param label of the entry point, e.g. "GET /prices/{sku}"
 * @param methods ids of the methods on the way, the entry first; {@link #GAP} for those in the
 *     middle of a long one
 * @param arguments what the way hands over at each parameter of its last method; empty when nothing
 *     is known of any
 * @param loops on the way, the nearest last; only those that repeat
 * @param branches methods on the way in which the call stands in a branch
 * @param early how many returns stand before the call, in the method of the way that has most
 * @param later whether another thread takes over on the way
 * @param likely whether some call on the way may mean another method
 * @param changes whether what is done at its end, or on the way, changes something
 * @param virtual whether a virtual thread waits at its end
 */
public record Heat(
    EntryKind kind,
    String label,
    List<String> methods,
    List<Argument> arguments,
    List<Repeat> loops,
    int branches,
    boolean inCatch,
    boolean onMiss,
    boolean logGuarded,
    boolean recursive,
    EarlyReturns.Many early,
    boolean later,
    boolean likely,
    boolean changes,
    boolean virtual) {
  /** Stands for the methods in the middle of a long way. */
  public static final String GAP = "…";

  /** At no place in particular: for what surroundings add by themselves. */
  public static final Heat PLAIN = of(EntryKind.UNKNOWN, "", "");

  /** Stands for the method of what no method does by itself, such as a filter of a framework. */
  public static final String EVERYWHERE = "";

  /** The last {@link #turn}. */
  public static final int LAST_TURN = 2;

  private static final int LONGEST_WAY = 24;

  /** Asked of each way, hence made once. */
  private static final String INSTALLS = Requests.INSTALL.strip();

  public Heat {
    methods = List.copyOf(methods);
    arguments = List.copyOf(arguments);
    loops = List.copyOf(loops);
  }

  /** At the start of a method of which nothing else is known. */
  public static Heat of(EntryKind kind, String label, String method) {
    Parts parts = new Parts();
    parts.kind = kind;
    parts.label = label;
    parts.methods = List.of(method);
    return parts.heat();
  }

  /**
   * At the start of an entry point.
   *
   * @param arguments what it is given at each parameter; empty when nothing is known of any
   */
  public static Heat entering(
      EntryKind kind, String label, String method, List<Argument> arguments) {
    Parts parts = new Parts(of(kind, label, method));
    parts.arguments = arguments;
    parts.inCatch = Failures.isHandledBy(method);
    return parts.heat();
  }

  /** With each entry of a kind, wherever it goes. */
  public static Heat each(EntryKind kind) {
    return of(kind, "", EVERYWHERE);
  }

  /** At a place with these surroundings in the last method of the way. */
  public Heat within(Surroundings around) {
    if (around.isPlain()) {
      return this;
    }
    Parts parts = new Parts(this);
    parts.enter(around);
    return parts.heat();
  }

  /**
   * At the start of a method that is called from a place with these surroundings.
   *
   * @param passed what the call hands over
   */
  public Heat through(Surroundings around, List<Passed> passed, String callee, boolean uncertain) {
    Parts parts = new Parts(this);
    parts.enter(around);
    parts.methods = extended(methods, callee);
    parts.arguments = handedOver(passed);
    parts.likely |= uncertain;
    parts.inCatch |= Failures.isHandledBy(callee);
    parts.changes |= Requests.isOnceOnly(callee);
    return parts.heat();
  }

  private List<Argument> handedOver(List<Passed> passed) {
    if (passed.isEmpty()) {
      return List.of();
    }
    boolean known = false;
    List<Argument> handed = new ArrayList<>(passed.size());
    for (Passed one : passed) {
      Argument argument = handedOver(one);
      known |= !argument.equals(Argument.UNKNOWN);
      handed.add(argument);
    }
    return known ? handed : List.of();
  }

  private Argument handedOver(Passed passed) {
    Argument from = at(passed.parameter(), arguments);
    double elements = passed.size() > 0 ? passed.size() : from.elements();
    return new Argument(elements, passed.whole() ? from.constant() : passed.constant());
  }

  private static Argument at(int parameter, List<Argument> arguments) {
    return parameter >= 0 && parameter < arguments.size()
        ? arguments.get(parameter)
        : Argument.UNKNOWN;
  }

  /**
   * Whether the way does not get to a place with these surroundings in its last method: it hands
   * over a constant for which a branch is closed.
   */
  public boolean isClosed(Surroundings around) {
    for (ParameterTest test : around.needs()) {
      if (fails(test)) {
        return true;
      }
    }
    return false;
  }

  /** Whether what the way hands over is known to fail a test. */
  public boolean fails(ParameterTest test) {
    return test.failsFor(at(test.parameter(), arguments).constant());
  }

  /** Surroundings in the last method of the way, with loops of as many elements. */
  public Surroundings counted(Surroundings around) {
    return arguments.isEmpty() || around.loops().isEmpty()
        ? around
        : around.with(around.loops().stream().map(this::counted).toList());
  }

  /** A loop in the last method of the way, of as many elements as the way hands over there. */
  public Repeat counted(Repeat loop) {
    return counted(loop, arguments);
  }

  private static Repeat counted(Repeat loop, List<Argument> arguments) {
    return arguments.isEmpty() ? loop : loop.atMost(at(loop.parameter(), arguments).elements());
  }

  /** A branch that is known to be taken rarely counts as rare instead. */
  private static boolean isBranch(Surroundings around) {
    return around.conditional() && !around.inCatch() && !around.onMiss() && !around.logGuarded();
  }

  /** Where it is not certain that anything comes this way. */
  public Heat guessed() {
    return likely ? this : with(parts -> parts.likely = true);
  }

  /** The same, once more for each time that the way calls itself. */
  public Heat recursing() {
    return recursive ? this : with(parts -> parts.recursive = true);
  }

  /** The same, but another thread runs it. */
  public Heat handedOver() {
    return later ? this : with(parts -> parts.later = true);
  }

  /**
   * The same of a request that only some people may send, or of what installs something.
   *
   * @param whom ends the label
   */
  public Heat by(String whom) {
    boolean comes = kind == EntryKind.REQUEST || whom.equals(Requests.INSTALL) && isEvent();
    return !comes || label.endsWith(whom.strip())
        ? this
        : with(parts -> parts.label = (label + whom).strip());
  }

  /** The same, where it ends in what writes: then each time it is taken is a writing one. */
  public Heat changing() {
    return changes ? this : with(parts -> parts.changes = true);
  }

  /** The same where what it leads to stands behind so many returns that some calls leave by. */
  public Heat past(EarlyReturns.Many returns) {
    return early.or(returns) == early ? this : with(parts -> parts.early = returns);
  }

  /** How often it is decided on the way whether it goes on, evenly as far as can be seen. */
  int decisions() {
    return branches + (early == EarlyReturns.Many.SEVERAL ? 1 : 0);
  }

  /** The same on a virtual thread, of which there are as many as wait. */
  public Heat onVirtualThread() {
    return virtual ? this : with(parts -> parts.virtual = true);
  }

  private Heat with(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.heat();
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
  private static boolean repeats(Repeat loop) {
    return switch (loop.kind()) {
      case PER_ELEMENT, CHUNK, CONDITION -> loop.factor() > 1;
      case RETRY, ENDLESS -> false;
    };
  }

  /**
   * The loops that count, the largest first: the one that the place stands in, which is what a
   * reader sees and mends, and the largest of those further out.
   */
  public List<Repeat> countedLoops() {
    return countedLoops(null);
  }

  /** The same without one that something else accounts for. */
  List<Repeat> countedLoops(@Nullable Repeat covered) {
    List<Repeat> counted = new ArrayList<>(loops);
    counted.removeIf(loop -> covered != null && loop.region().equals(covered.region()));
    if (counted.size() < RankingNumbers.COUNTED_LOOPS) {
      return counted;
    }
    Repeat nearest = counted.remove(counted.size() - 1);
    Repeat outer = counted.get(counted.size() - 1);
    for (Repeat loop : counted) {
      outer = loop.factor() > outer.factor() ? loop : outer;
    }
    return nearest.factor() > outer.factor() ? List.of(nearest, outer) : List.of(outer, nearest);
  }

  /** log10 of what a loop multiplies by, where {@link #countedLoops} has it at that place. */
  static double loopLog10(Repeat loop, int place) {
    double factor = loop.factor();
    return Math.log10(place == 0 ? factor : Math.min(factor, RankingNumbers.SECOND_LOOP));
  }

  /** Whether the way is too long to be evidence that its end runs each time. */
  public boolean isLong() {
    return methods.size() > RankingNumbers.LONGEST_SURE_WAY;
  }

  /** Whether it is a request that installs something, be it that an event loop answers it. */
  public boolean installs() {
    return (kind == EntryKind.REQUEST || isEvent()) && label.endsWith(INSTALLS);
  }

  private boolean isEvent() {
    return kind == EntryKind.EVENT_LOOP || kind == EntryKind.REACTIVE;
  }

  /** log10 of how often the entry point is entered in a second. */
  public double entryLog10() {
    if (installs()) {
      return RankingNumbers.executions(EntryKind.START_UP);
    }
    double write = writes() ? Math.log10(RankingNumbers.WRITE) : 0;
    return RankingNumbers.executions(kind) + write;
  }

  /** Whether it is a request that changes something, which come less often than those that ask. */
  public boolean writes() {
    return kind == EntryKind.REQUEST
        && (changes
            || Requests.writes(label)
            || Requests.isChange(methods.get(0))
            || Requests.isMaking(label, methods.get(0)));
  }

  /** log10 of executions a second. */
  public double log10() {
    double sum = entryLog10();
    List<Repeat> counted = countedLoops();
    for (int i = 0; i < counted.size(); i++) {
      sum += loopLog10(counted.get(i), i);
    }
    double rare = Math.log10(RankingNumbers.RARE);
    sum += (inCatch ? rare : 0) + (onMiss ? rare : 0) + (logGuarded ? rare : 0);
    sum += decisions() * Math.log10(RankingNumbers.BRANCH);
    sum += isLong() ? Math.log10(RankingNumbers.LONG_WAY) : 0;
    return sum + (recursive ? Math.log10(RankingNumbers.RECURSION) : 0);
  }

  /** Whether it is a request beside an application's daily work. */
  public boolean isOccasional() {
    return kind == EntryKind.REQUEST
        && (writes()
            ? !DailyWork.is(label, methods.get(0))
            : Requests.isSeldomAsked(label, methods.get(0)));
  }

  /**
   * Which ways say more of how often a place runs, the lowest first: those of an application's
   * daily work that are taken each time, then the long ones of them, then all others.
   */
  public int turn() {
    return !isEachTime() || isOccasional() ? LAST_TURN : isLong() ? 1 : 0;
  }

  /**
   * Whether requests, messages or events bring it about each time that they come, and their own
   * thread does it.
   */
  public boolean isEachTime() {
    boolean comes =
        kind == EntryKind.REQUEST
            || kind == EntryKind.MESSAGE
            || kind == EntryKind.EVENT_LOOP
            || kind == EntryKind.REACTIVE;
    return comes && !isRare() && !later;
  }

  /**
   * Whether all of an application's daily requests, messages or events of a kind bring it about,
   * none of them left out by a branch or lost on a long way.
   */
  public boolean isSteady() {
    return turn() == 0 && !writes() && decisions() == 0;
  }

  /** Whether neither an entry point nor a caller is known. */
  public boolean isUnreached() {
    return kind == EntryKind.UNKNOWN && methods.size() == 1;
  }

  /** Whether a job does it once on each run, and nothing on the way repeats it. */
  boolean isOnceAJob() {
    return kind == EntryKind.SCHEDULED && !recursive && countedLoops().isEmpty();
  }

  /** Whether a job does it that runs less often than once a minute, as far as its code says. */
  boolean isSeldomRun() {
    return kind == EntryKind.SCHEDULED && !Schedule.isFrequent(label);
  }

  /** Whether all that repeats it goes through what one request hands over. */
  public boolean isHandful() {
    List<Repeat> counted = countedLoops();
    return !counted.isEmpty()
        && !recursive
        && counted.stream().allMatch(loop -> loop.factor() <= RankingNumbers.REQUEST_ELEMENTS);
  }

  /** Whether it is known to happen seldom, once the way is taken. */
  boolean isRare() {
    return inCatch || onMiss || logGuarded;
  }

  /** What one more method adds to {@link #log10}, and all methods behind it. */
  public double log10OfNext() {
    return methods.size() == RankingNumbers.LONGEST_SURE_WAY
        ? Math.log10(RankingNumbers.LONG_WAY)
        : 0;
  }

  /** What a heat is made of, while another is made of it. */
  private static final class Parts {
    private EntryKind kind = EntryKind.UNKNOWN;
    private String label = "";
    private List<String> methods = List.of();
    private List<Argument> arguments = List.of();
    private List<Repeat> loops = List.of();
    private int branches;
    private boolean inCatch;
    private boolean onMiss;
    private boolean logGuarded;
    private boolean recursive;
    private EarlyReturns.Many early = EarlyReturns.Many.NONE;
    private boolean later;
    private boolean likely;
    private boolean changes;
    private boolean virtual;

    Parts() {}

    Parts(Heat from) {
      kind = from.kind;
      label = from.label;
      methods = from.methods;
      arguments = from.arguments;
      loops = from.loops;
      branches = from.branches;
      inCatch = from.inCatch;
      onMiss = from.onMiss;
      logGuarded = from.logGuarded;
      recursive = from.recursive;
      early = from.early;
      later = from.later;
      likely = from.likely;
      changes = from.changes;
      virtual = from.virtual;
    }

    void enter(Surroundings around) {
      if (around.isPlain()) {
        return;
      }
      if (!around.loops().isEmpty()) {
        enter(around.loops());
      }
      branches += isBranch(around) ? 1 : 0;
      inCatch |= around.inCatch();
      onMiss |= around.onMiss();
      logGuarded |= around.logGuarded();
      early = early.or(around.early());
      later |= around.later();
    }

    private void enter(List<Repeat> around) {
      List<Repeat> all = new ArrayList<>(loops);
      for (int i = around.size() - 1; i >= 0; i--) {
        Repeat loop = counted(around.get(i), arguments);
        if (repeats(loop)) {
          all.add(loop);
        }
      }
      loops = all;
    }

    Heat heat() {
      return new Heat(
          kind,
          label,
          methods,
          arguments,
          loops,
          branches,
          inCatch,
          onMiss,
          logGuarded,
          recursive,
          early,
          later,
          likely,
          changes,
          virtual);
    }
  }
}
