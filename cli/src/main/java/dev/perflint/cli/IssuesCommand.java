package dev.perflint.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code perflint issues}: says what there is. */
@Command(
    name = "issues",
    mixinStandardHelpOptions = true,
    version = PerflintCommand.VERSION_LINE,
    synopsisSubcommandLabel = "COMMAND",
    description = "Drafts [PERF] issues from findings and keeps those of GitHub in step with them.")
final class IssuesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.FAILED;
  }
}
