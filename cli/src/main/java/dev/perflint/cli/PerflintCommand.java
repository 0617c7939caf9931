package dev.perflint.cli;

import dev.perflint.Perflint;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a command: says what there is. */
@Command(
    name = "perflint",
    mixinStandardHelpOptions = true,
    version = PerflintCommand.VERSION_LINE,
    synopsisSubcommandLabel = "COMMAND",
    description = "Finds missed optimizations in Java source and ranks them.",
    footer = {
      "",
      "perflint COMMAND --help tells more about a command.",
      "",
      "Exit codes: 0 nothing that fails the run, 1 findings at or above --fail-on,",
      "2 wrong usage or an error, 3 code was not analysed (--strict)."
    })
final class PerflintCommand implements Callable<Integer> {
  static final String VERSION_LINE = "perflint " + Perflint.VERSION;

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an internal error.")
  private boolean debug;

  boolean debug() {
    return debug;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.FAILED;
  }
}
