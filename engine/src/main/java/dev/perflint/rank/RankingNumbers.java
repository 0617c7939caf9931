package dev.perflint.rank;

import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Group;
import dev.perflint.model.Priority;
import dev.perflint.model.Risk;
import java.time.Duration;

/** Every number of the ranking, in one place and with a version that a configuration can pin. */
public final class RankingNumbers {
  /** Changes with any number below. */
  public static final int VERSION = 1;

  /** Waste from which a finding is P1: 1 % of a core, or of the latency. */
  public static final double P1_WASTE = 7;

  /**
   * log10 of the nanoseconds that a request or message must lose by what is P1 for its waste: 10
   * ms. Nobody feels less, and that it comes a hundred times a second is an assumption: of 22 such
   * places in loops, read one by one, four were urgent, and of 16 outside of loops none.
   */
  public static final double FELT = 7;

  /**
   * What an outage counts as that is no P1 since a branch stands on its way: after what loses a
   * second's tenth, before what loses a hundredth.
   */
  static final double DOUBTFUL_OUTAGE = 6.5;

  /** Waste from which a finding is P2. */
  public static final double P2_WASTE = 5;

  /** What recursion multiplies by, once. */
  public static final double RECURSION = 10;

  /** What each of exception path, cache miss and log guard multiplies by, once. */
  public static final double RARE = 1e-2;

  /** How many of the loops on the way count: the nearest, and the largest of the others. */
  public static final int COUNTED_LOOPS = 2;

  /**
   * What the second loop counts as at most. 100 round trips a request annoy, 10,000 somebody would
   * have noticed: of two nested loops in production one has few passes.
   */
  public static final double SECOND_LOOP = 10;

  /**
   * How many elements a collection has at most that a request or a message carries. Somebody or
   * some page has put it together: of the first twenty findings of five applications, read twice,
   * none of 19 such loops of requests was long, nor were those of messages that were read.
   */
  public static final double REQUEST_ELEMENTS = 3;

  /**
   * What a request that writes multiplies by: of the first twenty findings of five applications 19
   * of 45 reached by a GET belonged there, and one of 38 of the others.
   */
  public static final double WRITE = 0.01;

  /** What each method of the way multiplies by in which the call stands in a branch. */
  public static final double BRANCH = 0.5;

  /** Methods on a way that is evidence for how often its end runs. */
  public static final int LONGEST_SURE_WAY = 5;

  /**
   * What a longer way multiplies by, once: of ten such ways that were read in applications, two
   * were taken each time.
   */
  public static final double LONG_WAY = 0.2;

  /** How far apart the runs of a job may be that people still wait for. */
  static final Duration OFTEN = Duration.ofMinutes(1);

  /** Places of one entry point that come before what other entry points reach. */
  static final int PLACES_OF_ENTRY = 5;

  /** Places of one rule in a file that come before what stands in others. */
  static final int PLACES_OF_FILE = 3;

  /** Places of one rule that come before what others say. */
  static final int PLACES_OF_RULE = 5;

  /** The part of SARIF's ranks of a priority that proven rules have for themselves. */
  private static final int PROVEN = 15;

  /** What SARIF's rank loses where another finding stands in the same loop, or is the same code. */
  static final int SAME_LOOP = 10;

  /**
   * What it loses where another one of the file leads to the same statement, or the entry point has
   * reached enough: a tenth of the waste, since it may well be another loop to mend.
   */
  static final int SAME_WORK = 2;

  private RankingNumbers() {}

  /** log10 of executions a second of an entry point of that kind. */
  public static double executions(EntryKind kind) {
    return switch (kind) {
      case REQUEST, MESSAGE, EVENT_LOOP, REACTIVE -> 2;
      case UNKNOWN -> 0;
      case SCHEDULED, BATCH, COMMAND_LINE -> -1;
      case START_UP, TEST -> -4;
    };
  }

  /** The priority of a finding whose risk is an outage. */
  public static Priority outage(EntryKind kind) {
    return switch (kind) {
      case REQUEST, MESSAGE, EVENT_LOOP, REACTIVE, SCHEDULED, BATCH -> Priority.P1;
      case UNKNOWN -> Priority.P2;
      case COMMAND_LINE, START_UP, TEST -> Priority.P3;
    };
  }

  /** The priority of a finding without a number for its cost. */
  static Priority withoutCost(EntryKind kind) {
    return switch (kind) {
      case REQUEST, MESSAGE, EVENT_LOOP, REACTIVE, SCHEDULED, BATCH -> Priority.P2;
      case UNKNOWN, COMMAND_LINE, START_UP, TEST -> Priority.P3;
    };
  }

  /**
   * What the waste says.
   *
   * @param waste {@code NaN} where there is no number for the cost
   */
  static Priority byWaste(double waste, EntryKind kind) {
    if (Double.isNaN(waste)) {
      return withoutCost(kind);
    }
    return waste >= P1_WASTE ? Priority.P1 : waste >= P2_WASTE ? Priority.P2 : Priority.P3;
  }

  /**
   * The highest priority that waste alone gives. That a request that writes comes once a second is
   * an assumption, as it is of a place that no entry point is known to reach, and as it is of a
   * message, which most often tells of such a request: of four loops in listeners that were read as
   * P1 one was urgent.
   *
   * @param waste {@code NaN} where there is no number for the cost
   */
  static Priority wasteCap(Place place, double waste) {
    Heat heat = place.heat();
    return heat.writes()
            || heat.kind() == EntryKind.MESSAGE
            || heat.isOccasional()
            || heat.isSeldomRun()
            || isUnfelt(heat, waste)
        ? Priority.P2
        : Priority.P1;
  }

  /** Whether only the assumed number of entries makes something of what nobody feels. */
  static boolean isUnfelt(Heat heat, double waste) {
    return waste - heat.entryLog10() < FELT;
  }

  /**
   * The highest priority that risk alone gives. What another thread does takes none of the
   * requests' own, and what hardly ever happens takes no service down: of 29 places where a request
   * that writes waits in a transaction or without a limit, read in three applications, three were
   * urgent, none of them reached beside an application's daily work. Nor does what a job does once:
   * it runs by itself, one run after the other, and for most of them nobody can tell from the code
   * whether that is once a minute or once a night. A virtual thread that waits takes no other's
   * place.
   */
  static Priority riskCap(Place place) {
    Heat heat = place.heat();
    return heat.isRare()
            || heat.isOccasional()
            || heat.installs()
            || heat.later()
            || heat.isOnceAJob()
            || heat.isSeldomRun()
            || heat.virtual()
        ? Priority.P2
        : Priority.P1;
  }

  /** Whether daily requests, messages or events bring it about, be it not each of them. */
  static boolean isOfDailyWork(Heat heat) {
    return outage(heat.kind()) == Priority.P1
        && heat.kind() != EntryKind.SCHEDULED
        && heat.kind() != EntryKind.BATCH
        && !heat.isRare()
        && !heat.isOccasional()
        && !heat.installs()
        && !heat.later();
  }

  /**
   * Whether the way leaves a doubt that a rule cannot afford of which no reading has shown that it
   * is urgent on such ways, too. Of 21 places of most rules that were read as P1 with a branch on
   * the way, or in a job, five belonged there; of 20 of the two rules about queries in loops 16
   * did. What is left behind for a while piles up only where calls come steadily, whatever the
   * rule: of 13 clients made per call that were read as P1, two were. And a wait needs another one
   * that stalls; a job has one thread at a time, so that such a wait is the end of it.
   */
  static boolean isDoubtful(Place place) {
    if (place.heat().isSteady()) {
      return false;
    }
    return switch (place.rule().urgency()) {
      case STEADY_WAYS -> true;
      case STEADY_WAYS_AND_JOBS -> place.heat().kind() != EntryKind.SCHEDULED;
      case ANYWHERE -> place.candidate().risk() == Risk.BUILD_UP;
    };
  }

  /**
   * The highest priority that a finding there can have. Of a place that no entry point is known to
   * reach the once a second is an assumption, and a P1 has to be borne out by the code.
   */
  public static Priority cap(EntryKind kind) {
    return switch (kind) {
      case REQUEST, MESSAGE, EVENT_LOOP, REACTIVE, SCHEDULED, BATCH -> Priority.P1;
      case UNKNOWN, COMMAND_LINE, START_UP, TEST -> Priority.P2;
    };
  }

  /** Whether it is looked at after all that runs while the application serves. */
  public static boolean isAside(EntryKind kind) {
    return kind == EntryKind.COMMAND_LINE || kind == EntryKind.START_UP || kind == EntryKind.TEST;
  }

  /**
   * SARIF's rank, 0 to 100. P1s are apart by half an order of magnitude; below them what a proven
   * rule says comes before all that others say, since of 87 such places with a verdict 67 were
   * worth fixing, and of 48 of previews ten: no assumed number of calls makes up for that.
   *
   * @param group of the rule
   */
  public static int sarifRank(Priority priority, Group group, double waste) {
    if (priority == Priority.P1) {
      return base(priority) + (int) within(29, 2 * waste);
    }
    int proven = group == Group.DEFAULT ? PROVEN : 0;
    return base(priority) + proven + (int) within(PROVEN - 1, waste);
  }

  private static long within(int most, double value) {
    return Math.max(0, Math.min(most, Math.round(value)));
  }

  /** The rank of what comes after others of its priority. */
  static int after(Priority priority, int rank, int loses) {
    return Math.max(base(priority), rank - loses);
  }

  private static int base(Priority priority) {
    return switch (priority) {
      case P1 -> 70;
      case P2 -> 40;
      case P3 -> 10;
    };
  }
}
