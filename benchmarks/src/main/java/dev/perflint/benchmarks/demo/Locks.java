package dev.perflint.benchmarks.demo;

import dev.perflint.benchmarks.demo.Demonstration.Measure;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Eight threads that each wait for an answer and then change something that they share. */
final class Locks {
  private static final int THREADS = 8;
  private static final int CALLS = 20;

  static final Demonstration IO_UNDER_LOCK =
      new Demonstration(
          "io-under-lock",
          "eight threads, each waiting 20 times for an answer of 2 ms and noting it",
          () -> List.of(new Measure("until all are done", all(true), "ms")),
          () -> List.of(new Measure("until all are done", all(false), "ms")));

  private Locks() {}

  private static double all(boolean underLock) throws Exception {
    Object lock = new Object();
    int[] noted = {0};
    CountDownLatch done = new CountDownLatch(THREADS);
    return Demonstration.millis(
        () -> {
          for (int t = 0; t < THREADS; t++) {
            new Thread(
                    () -> {
                      for (int i = 0; i < CALLS; i++) {
                        call(lock, noted, underLock);
                      }
                      done.countDown();
                    })
                .start();
          }
          done.await();
        });
  }

  private static void call(Object lock, int[] noted, boolean underLock) {
    if (underLock) {
      synchronized (lock) {
        answer();
        noted[0]++;
      }
    } else {
      answer();
      synchronized (lock) {
        noted[0]++;
      }
    }
  }

  private static void answer() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
