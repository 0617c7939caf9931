package dev.perflint.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What to measure.
 *
 * @param home the checkout
 * @param trees folders to parse and scan
 * @param rounds measured pairs, after one that warms the disk cache
 */
record Arguments(Path home, List<Path> trees, int rounds, int threads) {
  static final String USAGE =
      "usage: benchmarks/speed [--rounds N] [--threads N] (--corpus FOLDER | TREE...)";

  private static final List<String> DEFAULT_TREES =
      List.of("kafka-clients-3.9.1", "spring-web-6.2.8");

  Arguments {
    trees = List.copyOf(trees);
    if (trees.isEmpty() || rounds < 1 || threads < 1) {
      throw new IllegalArgumentException(USAGE);
    }
  }

  /**
   * @param args the checkout first
   * @throws IllegalArgumentException with the usage
   */
  static Arguments parse(List<String> args) {
    List<Path> trees = new ArrayList<>();
    int rounds = 5;
    int threads = 2;
    Iterator<String> rest = args.subList(1, args.size()).iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      switch (argument) {
        case "--rounds" -> rounds = number(rest);
        case "--threads" -> threads = number(rest);
        case "--corpus" -> {
          Path corpus = Path.of(value(rest));
          DEFAULT_TREES.forEach(tree -> trees.add(corpus.resolve(tree)));
        }
        default -> {
          if (argument.startsWith("-")) {
            throw new IllegalArgumentException(USAGE);
          }
          trees.add(Path.of(argument));
        }
      }
    }
    return new Arguments(Path.of(args.get(0)), trees, rounds, threads);
  }

  private static int number(Iterator<String> rest) {
    try {
      return Integer.parseInt(value(rest));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(USAGE, e);
    }
  }

  private static String value(Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(USAGE);
    }
    return rest.next();
  }
}
