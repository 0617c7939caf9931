package dev.perflint.benchmarks.demo;

import dev.perflint.benchmarks.demo.Demonstration.Measure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A task that is cancelled after its first step. */
final class Interrupts {
  private static final int STEPS = 50;

  static final Demonstration SWALLOWED =
      new Demonstration(
          "interrupt-swallowed",
          "a task of 50 steps of 10 ms, cancelled after the first",
          () -> cancelled(Interrupts::goesOn),
          () -> cancelled(Interrupts::ends));

  private interface Task {
    void run(CountDownLatch started, int[] steps);
  }

  private Interrupts() {}

  private static List<Measure> cancelled(Task task) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    int[] steps = {0};
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<?> future =
        pool.submit(
            () -> {
              task.run(started, steps);
              ended.countDown();
            });
    started.await();
    double millis =
        Demonstration.millis(
            () -> {
              future.cancel(true);
              ended.await();
            });
    pool.shutdown();
    return List.of(
        new Measure("thread busy after the cancellation", millis, "ms"),
        new Measure("steps done", steps[0], "steps"));
  }

  private static void goesOn(CountDownLatch started, int[] steps) {
    for (int i = 0; i < STEPS; i++) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        // As the rule finds it: nobody is told.
      }
      steps[0]++;
      started.countDown();
    }
  }

  private static void ends(CountDownLatch started, int[] steps) {
    for (int i = 0; i < STEPS; i++) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      steps[0]++;
      started.countDown();
    }
  }
}
