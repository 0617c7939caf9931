package dev.perflint.facts;

import java.util.Set;

/** Calls of collections and streams, by name. */
final class ChainSteps {
  /** What gives about as many elements as it is asked on. */
  private static final Set<String> KEEPING =
      Set.of(
          "stream",
          "parallelStream",
          "filter",
          "distinct",
          "sorted",
          "map",
          "flatMap",
          "mapToObj",
          "boxed",
          "parallel",
          "sequential",
          "unordered",
          "peek",
          "iterator",
          "entrySet",
          "keySet",
          "values");

  private ChainSteps() {}

  static boolean keepsSize(String call) {
    return KEEPING.contains(call);
  }
}
