package dev.perflint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.perflint.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskLimitsTest {
  /** Whether the hand-over of a task to {@code pool} is limited in a method with that body. */
  private static boolean limits(String body) {
    FileContext file =
        Sources.of(
                """
                package shop;
                import java.util.List;
                import java.util.Optional;
                import java.util.concurrent.*;
                import java.util.concurrent.atomic.*;
                class A {
                  ExecutorService pool; Semaphore permits; CountDownLatch latch; AtomicBoolean busy;
                  Optional<String> sku; List<Future<?>> futures; Runnable task;
                  Object send() throws Exception { %s }
                }
                """
                    .formatted(body))
            .file();
    List<MethodCallExpr> calls =
        file.unit()
            .tree()
            .findAll(
                MethodCallExpr.class,
                call -> List.of("submit", "execute", "invokeAll").contains(call.getNameAsString()));
    assertThat(calls).hasSize(1);
    return TaskLimits.of(file).limits(calls.get(0));
  }

  @Test
  void waitingForTheFutureLimits() {
    assertThat(limits("Future<?> f = pool.submit(task); return f.get(1, TimeUnit.SECONDS);"))
        .isTrue();
    assertThat(
            limits(
                "futures.add(pool.submit(task)); for (Future<?> f : futures) f.get(); return 1;"))
        .isTrue();
    assertThat(limits("return pool.invokeAll(List.of());")).isTrue();
    assertThat(limits("return pool.submit(task).join();")).isTrue();
    assertThat(
            limits(
                "return List.of(1).stream().map(i -> pool.submit(task)).map(Future::get).toList();"))
        .isTrue();
  }

  @Test
  void aFutureThatNobodyKeepsIsNotAwaited() {
    assertThat(limits("pool.submit(task); return futures.get(0).get();")).isFalse();
    assertThat(limits("Future<?> f = pool.submit(task); return f.isDone();")).isFalse();
    assertThat(limits("return pool.submit(task);")).isFalse();
  }

  @Test
  void whatIsNoFutureDoesNotCount() {
    assertThat(limits("futures.add(pool.submit(task)); return sku.get();")).isFalse();
    assertThat(limits("futures.add(pool.submit(task)); return String.join(\"-\", \"a\");"))
        .isFalse();
  }

  @Test
  void permitsLatchesAndFlagsLimit() {
    assertThat(limits("permits.acquire(); pool.execute(task); return 1;")).isTrue();
    assertThat(
            limits("if (!busy.compareAndSet(false, true)) return 0; pool.execute(task); return 1;"))
        .isTrue();
    assertThat(limits("pool.execute(task); latch.await(); return 1;")).isTrue();
    assertThat(
            limits(
                "if (((ThreadPoolExecutor) pool).getQueue().size() < 9) pool.execute(task); return 1;"))
        .isTrue();
    assertThat(limits("pool.execute(task); latch.countDown(); return 1;")).isFalse();
  }
}
