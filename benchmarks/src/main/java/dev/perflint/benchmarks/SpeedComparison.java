package dev.perflint.benchmarks;

import static dev.perflint.benchmarks.Statistics.median;
import static dev.perflint.benchmarks.Statistics.ratio;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares a full scan with the bare parse of the same files, in turn, and measures the start-up
 * with one file.
 */
public final class SpeedComparison {
  private final PrintStream out;
  private final Arguments arguments;
  private final Processes processes;

  private SpeedComparison(PrintStream out, Arguments arguments, Processes processes) {
    this.out = out;
    this.arguments = arguments;
    this.processes = processes;
  }

  /**
   * @param args the checkout, then as {@link Arguments#USAGE}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Arguments arguments;
    try {
      arguments = Arguments.parse(List.of(args));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    Path scratch = Files.createTempDirectory("perflint-speed");
    new SpeedComparison(System.out, arguments, new Processes(arguments.home(), scratch)).run();
  }

  private void run() throws IOException, InterruptedException {
    SourceTrees trees = SourceTrees.of(arguments.trees());
    print("files       %,d with %,d lines", trees.files().size(), trees.lines());
    machine();
    compare(trees.lines());
    startUp(trees.middle());
  }

  private void machine() {
    print(
        "JVM         %s %s",
        System.getProperty("java.vm.name"), System.getProperty("java.vm.version"));
    print(
        "machine     %s %s, %d cores, load %.1f at the start",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    print(
        "both with   %s, %d threads, median of %d",
        Processes.flags(), arguments.threads(), arguments.rounds());
  }

  private void compare(long lines) throws IOException, InterruptedException {
    processes.bareParse(arguments);
    processes.scan(arguments);
    List<Usage> bare = new ArrayList<>();
    List<Usage> scan = new ArrayList<>();
    for (int round = 0; round < arguments.rounds(); round++) {
      bare.add(processes.bareParse(arguments));
      scan.add(processes.scan(arguments));
    }
    print("            wall s   CPU s   peak MB   lines/s");
    row("bare parse", bare, lines);
    row("full scan", scan, lines);
    print(
        "ratio       %6.2f  %6.2f    (median of the rounds' ratios)",
        ratio(scan, bare, Usage::wall), ratio(scan, bare, Usage::cpu));
  }

  private void row(String name, List<Usage> runs, long lines) {
    double wall = median(runs, Usage::wall);
    print(
        "%-11s %6.2f  %6.2f   %7.0f   %,7.0f",
        name, wall, median(runs, Usage::cpu), median(runs, Usage::peakMegabytes), lines / wall);
  }

  private void startUp(Path file) throws IOException, InterruptedException {
    processes.launcher(file);
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int round = 0; round < arguments.rounds(); round++) {
      with.add(processes.launcher(file));
      without.add(processes.withoutArchive(file));
    }
    print(
        "one file    %.2f s through ./perflint, %.2f s without its archive (%s, %d lines)",
        median(with), median(without), file.getFileName(), SourceTrees.lines(file));
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
