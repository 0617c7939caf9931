package dev.perflint.benchmarks.demo;

import dev.perflint.benchmarks.demo.Demonstration.Measure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Small tasks, each on a thread or pool of its own. */
final class Threads {
  private static final int TASKS = 2_000;
  private static final int CALLS = 200;

  static final Demonstration PER_TASK =
      new Demonstration(
          "thread-per-task",
          "2,000 tasks that wait 5 ms each",
          Threads::aThreadEach,
          Threads::aPool);

  static final Demonstration EXECUTOR_PER_CALL =
      new Demonstration(
          "executor-per-call",
          "200 calls that give four small tasks each to a pool of four threads",
          () -> List.of(new Measure("time for a call", poolEach() / CALLS * 1_000, "µs")),
          () -> List.of(new Measure("time for a call", onePool() / CALLS * 1_000, "µs")));

  private Threads() {}

  private static List<Measure> aThreadEach() throws InterruptedException {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(TASKS);
    for (int i = 0; i < TASKS; i++) {
      new Thread(() -> waiting(running, most, done)).start();
    }
    done.await();
    return List.of(new Measure("threads at once, at most", most.get(), "threads"));
  }

  private static List<Measure> aPool() throws InterruptedException {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(TASKS);
    ExecutorService pool = Executors.newFixedThreadPool(32);
    for (int i = 0; i < TASKS; i++) {
      pool.execute(() -> waiting(running, most, done));
    }
    done.await();
    pool.shutdown();
    return List.of(new Measure("threads at once, at most", most.get(), "threads"));
  }

  private static void waiting(AtomicInteger running, AtomicInteger most, CountDownLatch done) {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running.decrementAndGet();
      done.countDown();
    }
  }

  private static double poolEach() throws Exception {
    return Demonstration.millis(
        () -> {
          for (int i = 0; i < CALLS; i++) {
            ExecutorService pool = Executors.newFixedThreadPool(4);
            call(pool);
            pool.shutdown();
          }
        });
  }

  private static double onePool() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    double millis =
        Demonstration.millis(
            () -> {
              for (int i = 0; i < CALLS; i++) {
                call(pool);
              }
            });
    pool.shutdown();
    return millis;
  }

  private static void call(ExecutorService pool) throws Exception {
    List<Future<Integer>> tasks =
        List.of(
            pool.submit(() -> 1), pool.submit(() -> 2), pool.submit(() -> 3), pool.submit(() -> 4));
    for (Future<Integer> task : tasks) {
      task.get();
    }
  }
}
