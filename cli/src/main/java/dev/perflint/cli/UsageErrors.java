package dev.perflint.cli;

import dev.perflint.report.content.Printable;
import dev.perflint.words.Nearest;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers arguments that make no sense with one line: what is wrong, and what was meant. */
final class UsageErrors implements IParameterExceptionHandler {
  private final Shell shell;

  UsageErrors(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String problem =
        e instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched.getUnmatched().get(0), command)
            : e.getMessage();
    String help = command.getCommandSpec().qualifiedName() + " --help";
    command.getErr().println("perflint: " + Printable.of(problem) + " (see " + help + ")");
    return ExitCode.FAILED;
  }

  private String unmatched(String argument, CommandLine command) {
    if (argument.startsWith("-")) {
      String option = argument.split("=", 2)[0];
      Set<String> options = command.getCommandSpec().optionsMap().keySet();
      return "unknown option '" + option + "'" + Nearest.hint(option, options);
    }
    Set<String> commands = command.getSubcommands().keySet();
    if (commands.isEmpty()) {
      return "unexpected argument '" + argument + "'";
    }
    Optional<String> near = Nearest.to(argument, commands);
    Optional<String> meant =
        near.isEmpty() && exists(argument) ? Optional.of("scan " + argument) : near;
    return "unknown command '"
        + argument
        + "'"
        + meant.map(word -> "; did you mean perflint " + word + "?").orElse("");
  }

  private boolean exists(String argument) {
    try {
      return Files.exists(shell.workingDirectory().resolve(argument));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
