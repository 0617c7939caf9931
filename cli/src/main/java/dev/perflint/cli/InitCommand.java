package dev.perflint.cli;

import dev.perflint.UsageException;
import dev.perflint.config.ConfigurationFiles;
import dev.perflint.report.file.Replacement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perflint init}. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    version = PerflintCommand.VERSION_LINE,
    description = "Writes a perflint.yml in which every setting is explained and none is changed.")
final class InitCommand implements Callable<Integer> {
  private static final String TEMPLATE = "/dev/perflint/cli/perflint.yml";

  private final Shell shell;

  @Spec private CommandSpec spec;

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  InitCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Path file = shell.workingDirectory().resolve(ConfigurationFiles.NAMES.get(0));
    if (Files.exists(file) && !force) {
      throw new UsageException(file.getFileName() + " is there already; --force replaces it");
    }
    try (InputStream template = InitCommand.class.getResourceAsStream(TEMPLATE)) {
      byte[] content = template.readAllBytes();
      Replacement.of(file, draft -> Files.write(draft, content));
    } catch (IOException e) {
      throw new UsageException(
          "cannot write " + file.getFileName() + ": " + Replacement.reason(e, file), e);
    }
    spec.commandLine().getErr().println("Wrote " + file.getFileName());
    return ExitCode.OK;
  }
}
