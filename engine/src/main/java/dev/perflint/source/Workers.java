package dev.perflint.source;

import dev.perflint.UsageException;
import dev.perflint.model.Notice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs one function over many items on threads with large stacks, so that no item can end the run.
 * An item that overflows its stack or finds no memory is tried once more when the others are done,
 * alone and on a very large stack; whatever else it throws is its failure.
 *
 * @param threads at least 1
 */
public record Workers(int threads) {
  private static final long STACK = 64L << 20;
  private static final long LAST_STACK = 512L << 20;

  /** Told how many items are done; called from one thread at a time. */
  @FunctionalInterface
  public interface Progress {
    void done(int done, int total);
  }

  public Workers {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
  }

  /**
   * Maps every item.
   *
   * @param failed gives the result of an item for which {@code work} threw, see {@link #notice}
   * @return one result an item, in the order of the items
   * @throws CancellationException when the calling thread is interrupted
   */
  public <T, R> List<R> map(
      Collection<T> items,
      Function<? super T, ? extends R> work,
      BiFunction<? super T, Throwable, ? extends R> failed,
      Progress progress) {
    return new Run<T, R>(List.copyOf(items), work, failed, progress).all(threads);
  }

  /**
   * Runs one thing on a stack as large as that of a worker: what nests deeply in a file is nested
   * as deeply in its facts.
   *
   * @throws CancellationException when the calling thread is interrupted
   */
  public static <T> T alone(Supplier<T> work) {
    return new Workers(1).all(List.of(work), Supplier::get).get(0);
  }

  /**
   * Maps every item where none may fail.
   *
   * @return one result an item, in the order of the items
   * @throws CancellationException when the calling thread is interrupted
   */
  public <T, R> List<R> all(List<T> items, Function<? super T, ? extends R> work) {
    return map(
        items,
        work,
        (item, failure) -> {
          // A wish that cannot be met is no error of ours.
          throw failure instanceof UsageException usage
              ? usage
              : new IllegalStateException(failure);
        },
        (done, total) -> {});
  }

  /** What to tell of a file whose analysis threw. */
  public static Notice notice(SourceFile file, Throwable failure) {
    String message;
    if (failure instanceof StackOverflowError) {
      message = "nested too deeply to be analysed";
    } else if (failure instanceof OutOfMemoryError) {
      message = "not enough memory to analyse it; give the JVM a larger heap (-Xmx)";
    } else {
      message = "internal error: " + Messages.oneLine(failure.toString());
    }
    return Notice.ofFile(Notice.Kind.UNPARSABLE, file.reportPath(), 0, message);
  }

  /** One call of {@link #map}. */
  private static final class Run<T, R> {
    private final List<T> items;
    private final Function<? super T, ? extends R> work;
    private final BiFunction<? super T, Throwable, ? extends R> failed;
    private final Progress progress;
    private final Object[] results;
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Integer> again = new ConcurrentLinkedQueue<>();

    /** What the callbacks threw; ends the run, since it is no item's fault. */
    private final AtomicReference<Throwable> fatal = new AtomicReference<>();

    private int done;

    Run(
        List<T> items,
        Function<? super T, ? extends R> work,
        BiFunction<? super T, Throwable, ? extends R> failed,
        Progress progress) {
      this.items = items;
      this.work = work;
      this.failed = failed;
      this.progress = progress;
      this.results = new Object[items.size()];
    }

    List<R> all(int threads) {
      onThreads(Math.min(threads, items.size()), STACK, this::takeItems);
      if (!again.isEmpty()) {
        onThreads(1, LAST_STACK, () -> again.forEach(this::lastTry));
      }
      if (fatal.get() instanceof UsageException usage) {
        throw usage;
      }
      if (fatal.get() != null) {
        throw new IllegalStateException("the scan was ended by an internal error", fatal.get());
      }
      @SuppressWarnings("unchecked") // only results of work and failed are stored
      List<R> typed = (List<R>) Arrays.asList(results);
      return typed;
    }

    private void takeItems() {
      for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
        R result;
        try {
          result = work.apply(items.get(i));
        } catch (StackOverflowError | OutOfMemoryError e) {
          again.add(i);
          continue;
        } catch (Throwable e) {
          result = failed.apply(items.get(i), e);
        }
        finished(i, result);
      }
    }

    private void lastTry(int i) {
      R result;
      try {
        result = work.apply(items.get(i));
      } catch (Throwable e) {
        result = failed.apply(items.get(i), e);
      }
      finished(i, result);
    }

    private synchronized void finished(int i, R result) {
      results[i] = result;
      progress.done(++done, items.size());
    }

    private void onThreads(int count, long stack, Runnable body) {
      List<Thread> started = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Thread thread = new Thread(null, () -> guarded(body), "perflint-worker-" + (i + 1), stack);
        thread.setDaemon(true);
        try {
          thread.start();
          started.add(thread);
        } catch (OutOfMemoryError e) {
          // No further native thread to be had; the others do the work.
          break;
        }
      }
      if (started.isEmpty() && count > 0) {
        guarded(body);
      }
      started.forEach(this::join);
    }

    private void guarded(Runnable body) {
      try {
        body.run();
      } catch (Throwable e) {
        fatal.compareAndSet(null, e);
        next.set(items.size());
      }
    }

    private void join(Thread thread) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        next.set(items.size());
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      }
    }
  }
}
