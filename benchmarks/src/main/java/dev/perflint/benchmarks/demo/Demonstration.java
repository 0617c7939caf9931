package dev.perflint.benchmarks.demo;

import java.util.List;

/**
 * What one rule is about, to be measured.
 *
 * @param rule its id
 * @param what the work, in words
 * @param bad as the rule finds it
 * @param good as the rule advises
 */
record Demonstration(String rule, String what, Variant bad, Variant good) {
  /** One way to do the work. */
  @FunctionalInterface
  interface Variant {
    List<Measure> run() throws Exception;
  }

  /**
   * One thing that was measured.
   *
   * @param name the same in both variants
   * @param unit such as {@code ms} or {@code threads}
   */
  record Measure(String name, double value, String unit) {}

  /** Milliseconds of some work. */
  static double millis(Work work) throws Exception {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e6;
  }

  /** Something that takes time. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }
}
