package dev.perflint.benchmarks.demo;

import dev.perflint.benchmarks.demo.Demonstration.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Runs demonstrations: all of them, or those of the named rules. */
public final class Demonstrations {
  private static final int ROUNDS = 5;

  private static final List<Demonstration> ALL =
      List.of(
          Queues.UNBOUNDED,
          Threads.PER_TASK,
          Threads.EXECUTOR_PER_CALL,
          Locks.IO_UNDER_LOCK,
          Loops.BLOCKED,
          Interrupts.SWALLOWED,
          Buffers.DIRECT,
          Buffers.PER_PASS,
          Copies.BY_BYTES);

  private Demonstrations() {}

  static List<Demonstration> all() {
    return ALL;
  }

  public static void main(String[] rules) throws Exception {
    List<Demonstration> wanted =
        ALL.stream()
            .filter(demo -> rules.length == 0 || List.of(rules).contains(demo.rule()))
            .toList();
    if (wanted.isEmpty()) {
      System.err.println("there is no demonstration of " + String.join(", ", rules));
      System.err.println("there are " + ALL.stream().map(Demonstration::rule).toList());
      System.exit(2);
    }
    System.out.printf(
        Locale.ROOT,
        "%s %s, %d cores, median of %d rounds%n",
        System.getProperty("java.vm.name"),
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ROUNDS);
    for (Demonstration demo : wanted) {
      run(demo);
    }
    System.exit(0); // some leave threads behind, which is what they show
  }

  private static void run(Demonstration demo) throws Exception {
    demo.bad().run();
    demo.good().run();
    List<List<Measure>> bad = new ArrayList<>();
    List<List<Measure>> good = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      bad.add(demo.bad().run());
      good.add(demo.good().run());
    }
    System.out.printf(Locale.ROOT, "%n%s: %s%n", demo.rule(), demo.what());
    for (int i = 0; i < bad.get(0).size(); i++) {
      Measure as = bad.get(0).get(i);
      System.out.printf(
          Locale.ROOT,
          "  %-34s %,12.1f -> %,12.1f %s%n",
          as.name(),
          median(bad, i),
          median(good, i),
          as.unit());
    }
  }

  private static double median(List<List<Measure>> rounds, int measure) {
    return rounds.stream()
        .map(round -> round.get(measure).value())
        .sorted(Comparator.naturalOrder())
        .toList()
        .get(rounds.size() / 2);
  }
}
