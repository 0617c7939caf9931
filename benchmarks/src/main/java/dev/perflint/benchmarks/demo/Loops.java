package dev.perflint.benchmarks.demo;

import dev.perflint.benchmarks.demo.Demonstration.Measure;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One thread that serves many connections, of which one asks for something slow. */
final class Loops {
  static final Demonstration BLOCKED =
      new Demonstration(
          "event-loop-blocking",
          "a loop with 100 requests of which one waits 50 ms for somebody else",
          () -> List.of(new Measure("until the others are answered", others(true), "ms")),
          () -> List.of(new Measure("until the others are answered", others(false), "ms")));

  private Loops() {}

  private static double others(boolean blocks) throws Exception {
    ExecutorService loop = Executors.newSingleThreadExecutor();
    ExecutorService aside = Executors.newSingleThreadExecutor();
    double millis =
        Demonstration.millis(
            () -> {
              loop.execute(
                  blocks ? Loops::waitForAnswer : () -> aside.execute(Loops::waitForAnswer));
              CompletableFuture<?> last = new CompletableFuture<>();
              for (int i = 0; i < 99; i++) {
                boolean isLast = i == 98;
                loop.execute(
                    () -> {
                      if (isLast) {
                        last.complete(null);
                      }
                    });
              }
              last.get();
            });
    loop.shutdown();
    aside.shutdown();
    return millis;
  }

  private static void waitForAnswer() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
