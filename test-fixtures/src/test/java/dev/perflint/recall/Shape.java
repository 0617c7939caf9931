package dev.perflint.recall;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

/**
 * One way to ask once for each row, and its twin, which does the same work at once.
 *
 * @param name for readers
 */
record Shape<B>(
    String name, Class<B> type, BiConsumer<B, Rows> perRow, BiConsumer<B, Rows> atOnce) {
  static final int FEW = 3;
  static final int MANY = 13;

  /**
   * What a call has sent.
   *
   * @param few with few rows, each with the methods on its way
   * @param many with more
   */
  record Counts(List<Set<String>> few, List<Set<String>> many) {
    /** Whether each row more has cost a round trip more. */
    boolean grow() {
      return many.size() - few.size() >= MANY - FEW;
    }

    boolean areTheSame() {
      return many.size() == few.size();
    }

    /** Whether a method is on the way of what is sent for each row. */
    boolean repeatedly(String method) {
      ToIntFunction<List<Set<String>>> through =
          sent -> (int) sent.stream().filter(way -> way.contains(method)).count();
      return through.applyAsInt(many) - through.applyAsInt(few) >= MANY - FEW;
    }

    boolean pass(String method) {
      return many.stream().anyMatch(way -> way.contains(method));
    }
  }

  /** The measured shape. */
  record Measured(String name, Counts perRow, Counts atOnce) {}

  Measured measured(RunningShop shop) {
    return new Measured(name, counts(shop, perRow), counts(shop, atOnce));
  }

  private Counts counts(RunningShop shop, BiConsumer<B, Rows> call) {
    return new Counts(shop.sent(type, call, FEW), shop.sent(type, call, MANY));
  }
}
