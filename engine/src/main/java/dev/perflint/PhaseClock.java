package dev.perflint;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;

/** The processor time that each phase of a scan takes, summed over all threads. */
public final class PhaseClock {
  /** Measures nothing, so that a scan that nobody asks about its time pays nothing for it. */
  public static final PhaseClock STOPPED = new PhaseClock(false);

  /** What a scan does, in this order. */
  public enum Phase {
    /** From bytes to trees. */
    PARSE,
    /** Index, rules and facts of each file. */
    ANALYSE,
    /** Types, calls and heat of all files together. */
    MERGE,
    /** Answers to open questions, and ranks. */
    RANK
  }

  private final boolean runs;
  private final AtomicLongArray nanos = new AtomicLongArray(Phase.values().length);

  private PhaseClock(boolean runs) {
    this.runs = runs;
  }

  public static PhaseClock started() {
    return new PhaseClock(true);
  }

  public long nanos(Phase phase) {
    return nanos.get(phase.ordinal());
  }

  <T> T time(Phase phase, Supplier<T> work) {
    if (!runs) {
      return work.get();
    }
    long begin = threadTime();
    try {
      return work.get();
    } finally {
      nanos.addAndGet(phase.ordinal(), threadTime() - begin);
    }
  }

  /** Elapsed time would count the work of whoever shares the machine. */
  private static long threadTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
