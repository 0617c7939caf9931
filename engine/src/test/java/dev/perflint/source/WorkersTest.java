package dev.perflint.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perflint.model.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {
  private static final Workers.Progress NO_PROGRESS = (done, total) -> {};
  private static final SourceFile FILE = new SourceFile(Path.of("/a/A.java"), "A.java", false);

  @Test
  void resultsKeepTheOrderOfTheItems() {
    List<Integer> items = IntStream.range(0, 2_000).boxed().toList();

    for (int threads : new int[] {1, 3, 8}) {
      List<String> results =
          new Workers(threads).map(items, i -> "r" + i, (i, e) -> "failed", NO_PROGRESS);
      assertThat(results).isEqualTo(items.stream().map(i -> "r" + i).toList());
    }
  }

  @Test
  void noItemsAreNoWork() {
    assertThat(new Workers(4).map(List.of(), i -> i, (i, e) -> i, NO_PROGRESS)).isEmpty();
  }

  @Test
  void progressComesOnceAnItemAndNeverTwiceAtATime() {
    List<Integer> told = new ArrayList<>();
    AtomicInteger inside = new AtomicInteger();

    new Workers(4)
        .map(
            IntStream.range(0, 500).boxed().toList(),
            i -> i,
            (i, e) -> i,
            (done, total) -> {
              assertThat(inside.incrementAndGet()).isEqualTo(1);
              assertThat(total).isEqualTo(500);
              told.add(done);
              inside.decrementAndGet();
            });

    assertThat(told).isEqualTo(IntStream.rangeClosed(1, 500).boxed().toList());
  }

  @Test
  void whatOneItemThrowsIsItsFailureAlone() {
    List<String> results =
        new Workers(2)
            .map(
                List.of("a", "b", "c", "d"),
                item -> {
                  if (item.equals("b")) {
                    throw new IllegalStateException("no b");
                  }
                  if (item.equals("c")) {
                    throw new AssertionError("no c");
                  }
                  return item;
                },
                (item, e) -> e.getMessage(),
                NO_PROGRESS);

    assertThat(results).containsExactly("a", "no b", "no c", "d");
  }

  @Test
  void anOverflowIsTriedAgainOnce() {
    AtomicInteger attempts = new AtomicInteger();
    List<String> results =
        new Workers(1)
            .map(
                List.of("deep"),
                item -> attempts.incrementAndGet() == 1 ? endless(0, 1, 2, 3, 4, 5, 6, 7) : "found",
                (item, e) -> "failed",
                NO_PROGRESS);

    assertThat(results).containsExactly("found");
    assertThat(attempts).hasValue(2);
  }

  @Test
  void endlessRecursionIsAFailureAndTheOthersAreDone() {
    List<String> results =
        new Workers(2)
            .map(
                List.of("a", "endless", "b"),
                item -> item.equals("endless") ? endless(0, 1, 2, 3, 4, 5, 6, 7) : item,
                (item, e) -> Workers.notice(FILE, e).message(),
                NO_PROGRESS);

    assertThat(results).containsExactly("a", "nested too deeply to be analysed", "b");
  }

  @Test
  void memoryThatRunsOutIsTriedAgainAlone() {
    AtomicInteger attempts = new AtomicInteger();

    List<String> results =
        new Workers(2)
            .map(
                List.of("a", "hungry", "greedy"),
                item -> {
                  boolean fails =
                      item.equals("greedy")
                          || (item.equals("hungry") && attempts.incrementAndGet() == 1);
                  if (fails) {
                    throw new OutOfMemoryError("Java heap space");
                  }
                  return item;
                },
                (item, e) -> Workers.notice(FILE, e).message(),
                NO_PROGRESS);

    assertThat(results)
        .containsExactly(
            "a", "hungry", "not enough memory to analyse it; give the JVM a larger heap (-Xmx)");
  }

  @Test
  void aFailureNamesFileAndReasonInOneLine() {
    Notice notice = Workers.notice(FILE, new IllegalStateException("first\nsecond\u001b[31m"));

    assertThat(notice)
        .isEqualTo(
            Notice.ofFile(
                Notice.Kind.UNPARSABLE,
                "A.java",
                0,
                "internal error: java.lang.IllegalStateException: first"));
  }

  @Test
  void aThrowingCallbackEndsTheRunInsteadOfHangingIt() {
    assertThatThrownBy(
            () ->
                new Workers(2)
                    .map(
                        List.of(1, 2, 3),
                        i -> i,
                        (i, e) -> i,
                        (done, total) -> {
                          throw new IllegalStateException("broken progress");
                        }))
        .hasRootCauseMessage("broken progress");
  }

  @Test
  void anInterruptEndsTheWaiting() {
    CountDownLatch never = new CountDownLatch(1);
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () -> new Workers(1).map(List.of(1, 2), i -> await(never), (i, e) -> 0, NO_PROGRESS))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    never.countDown();
  }

  private static int await(CountDownLatch latch) {
    try {
      latch.await();
      return 1;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Large frames: unwinding a full stack of small ones takes seconds. */
  private static String endless(long a, long b, long c, long d, long e, long f, long g, long h) {
    return endless(b, c, d, e, f, g, h, a + 1) + a + b + c + d + e + f + g + h;
  }
}
