package dev.perflint.report.draft;

import java.util.EnumMap;
import java.util.Map;

/** How much of each kind a recording has. */
final class RecordedTotals {
  private final Map<RecordedSample.Kind, Double> amounts = new EnumMap<>(RecordedSample.Kind.class);

  void add(RecordedSample sample) {
    amounts.merge(sample.kind(), sample.amount(), Double::sum);
  }

  double of(RecordedSample.Kind kind) {
    return amounts.getOrDefault(kind, 0.0);
  }
}
