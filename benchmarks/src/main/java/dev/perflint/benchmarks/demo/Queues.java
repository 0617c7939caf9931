package dev.perflint.benchmarks.demo;

import dev.perflint.benchmarks.demo.Demonstration.Measure;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;
import java.util.concurrent.TimeUnit;

/** Work that arrives faster than two threads do it. */
final class Queues {
  private static final int TASKS = 20_000;
  private static final int HELD = 1_000;
  private static final int CAPACITY = 100;

  static final Demonstration UNBOUNDED =
      new Demonstration(
          "executor-queue-unbounded",
          "20,000 tasks of 1 kB each handed to two threads that need 20 µs for one",
          () -> fed(new LinkedBlockingQueue<>()),
          () -> fed(new LinkedBlockingQueue<>(CAPACITY)));

  private Queues() {}

  private static List<Measure> fed(BlockingQueue<Runnable> queue) throws InterruptedException {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, queue, new CallerRunsPolicy());
    int longest = 0;
    for (int i = 0; i < TASKS; i++) {
      byte[] payload = new byte[HELD];
      pool.execute(() -> work(payload));
      longest = Math.max(longest, queue.size());
    }
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    return List.of(
        new Measure("tasks waiting at most", longest, "tasks"),
        new Measure("held by them", longest * (double) HELD / 1e6, "MB"));
  }

  private static void work(byte[] payload) {
    long end = System.nanoTime() + 20_000;
    while (System.nanoTime() < end) {
      payload[0]++;
    }
  }
}
