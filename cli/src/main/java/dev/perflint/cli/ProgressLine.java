package dev.perflint.cli;

import dev.perflint.ScanRequest.Progress;
import dev.perflint.report.content.Counts;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * How far a scan is, on one line that is written over and over and is gone in the end. For a person
 * who waits at a terminal, and nobody else.
 */
final class ProgressLine implements Progress, AutoCloseable {
  private static final long PAUSE_NANOS = 100_000_000;

  private final PrintWriter err;
  private final LongSupplier nanoTime;
  private long nextAt;
  private int width;

  ProgressLine(PrintWriter err, LongSupplier nanoTime) {
    this.err = err;
    this.nanoTime = nanoTime;
    // A short scan shows nothing at all: a flicker helps nobody.
    this.nextAt = nanoTime.getAsLong() + 3 * PAUSE_NANOS;
  }

  /** Whether somebody watches: a terminal, and not that of a build server. */
  static boolean isWanted(Shell shell) {
    return shell.errorsIsTerminal() && !shell.has("CI") && !shell.is("TERM", "dumb");
  }

  @Override
  public synchronized void files(int done, int total) {
    long now = nanoTime.getAsLong();
    if (now - nextAt < 0) {
      return;
    }
    nextAt = now + PAUSE_NANOS;
    String line = Counts.of(done) + " of " + Counts.files(total);
    err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    err.flush();
    width = line.length();
  }

  /** Wipes the line. */
  @Override
  public synchronized void close() {
    if (width > 0) {
      err.print("\r" + " ".repeat(width) + "\r");
      err.flush();
      width = 0;
    }
  }
}
