package dev.perflint.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Medians, since one disturbed run must not decide. */
final class Statistics {
  private Statistics() {}

  /**
   * @throws IllegalArgumentException for no values
   */
  static double median(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no median of nothing");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  static double median(List<Usage> runs, ToDoubleFunction<Usage> what) {
    return median(runs.stream().mapToDouble(what).boxed().toList());
  }

  /** The median of the ratios of runs that followed each other: both saw the same disturbance. */
  static double ratio(List<Usage> runs, List<Usage> bases, ToDoubleFunction<Usage> what) {
    return median(
        IntStream.range(0, runs.size())
            .mapToObj(i -> what.applyAsDouble(runs.get(i)) / what.applyAsDouble(bases.get(i)))
            .toList());
  }
}
