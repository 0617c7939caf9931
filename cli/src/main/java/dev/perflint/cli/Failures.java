package dev.perflint.cli;

import dev.perflint.UsageException;
import dev.perflint.report.content.Printable;
import dev.perflint.report.github.GitHubException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Answers what went wrong while a command ran with one line, and with the trace on demand. */
final class Failures implements IExecutionExceptionHandler {
  private final PerflintCommand root;

  Failures(PerflintCommand root) {
    this.root = root;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
    return print(e, command.getErr());
  }

  /** Prints the failure. */
  int print(Throwable failure, PrintWriter err) {
    err.println("perflint: " + Printable.of(line(failure)));
    if (root.debug()) {
      failure.printStackTrace(err);
    }
    return ExitCode.FAILED;
  }

  private String line(Throwable failure) {
    if (failure instanceof UsageException || failure instanceof GitHubException) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof OutOfMemoryError) {
      return "out of memory; PERFLINT_JAVA_OPTS=-Xmx4g allows 4 GB";
    }
    String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    return "internal error: "
        + failure.getClass().getSimpleName()
        + message
        + (root.debug() ? "" : " (--debug shows where)");
  }
}
