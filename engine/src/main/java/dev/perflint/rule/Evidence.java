package dev.perflint.rule;

/** What proves that a rule's advice matters. */
public sealed interface Evidence {
  /** One sentence for the rule page. */
  String text();

  /** Documentation or a specification that says so. */
  record Reference(String text, String url) implements Evidence {}

  /** A count that anyone can repeat: statements, round trips, threads, compilations. */
  record Count(String text) implements Evidence {}

  /** A pair of measured programs in the benchmarks module. */
  record Benchmark(String text, String name) implements Evidence {}
}
