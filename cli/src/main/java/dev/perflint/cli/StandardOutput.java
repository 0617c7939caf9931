package dev.perflint.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Remembers that writing failed. The print streams that everything is printed through swallow
 * errors, and a report that went to a full disk must not look like a success.
 */
final class StandardOutput extends FilterOutputStream {
  private Optional<IOException> failure = Optional.empty();

  StandardOutput(OutputStream out) {
    super(out);
  }

  /** The first error, if there was one. */
  Optional<IOException> failure() {
    return failure;
  }

  @Override
  public void write(int b) throws IOException {
    attempt(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    attempt(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    attempt(out::flush);
  }

  private void attempt(Attempt attempt) throws IOException {
    if (failure.isPresent()) {
      return; // what follows a gap is of no use to anybody
    }
    try {
      attempt.run();
    } catch (IOException e) {
      failure = Optional.of(e);
      throw e;
    }
  }

  /** One write. */
  private interface Attempt {
    void run() throws IOException;
  }
}
