package dev.perflint.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.perflint.ScanRequest;
import dev.perflint.fix.FixedFile;
import dev.perflint.report.content.Counts;
import dev.perflint.report.content.Printable;
import dev.perflint.report.file.Replacement;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perflint fix [PATH...]}. */
@Command(
    name = "fix",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    version = PerflintCommand.VERSION_LINE,
    description =
        "Applies the fixes that are safe without asking; without --select also those of the group"
            + " pedantic.")
final class FixCommand implements Callable<Integer> {
  private static final int CONTEXT_LINES = 3;

  private final Engine engine;
  private final Shell shell;

  @Spec private CommandSpec spec;

  @Mixin private ScanInput input;

  @Option(
      names = "--diff",
      description = "Print what would change, write nothing; exit with 1 if something would.")
  private boolean diff;

  FixCommand(Engine engine, Shell shell) {
    this.engine = engine;
    this.shell = shell;
  }

  @Override
  public Integer call() {
    List<FixedFile> files = engine.fixes(input.request(shell, engine, ScanRequest.Progress.NONE));
    return diff ? show(files) : write(files);
  }

  private int show(List<FixedFile> files) {
    PrintWriter out = spec.commandLine().getOut();
    for (FixedFile file : files) {
      List<String> before = file.before().lines().toList();
      List<String> after = file.after().lines().toList();
      String path = Printable.of(file.path());
      UnifiedDiffUtils.generateUnifiedDiff(
              "a/" + path, "b/" + path, before, DiffUtils.diff(before, after), CONTEXT_LINES)
          .forEach(line -> out.print(shown(line) + "\n"));
    }
    return files.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  /** Tabs stay: with an escape in their place the diff would apply to nothing. */
  private static String shown(String line) {
    return Arrays.stream(line.split("\t", -1)).map(Printable::of).collect(Collectors.joining("\t"));
  }

  private int write(List<FixedFile> files) {
    PrintWriter err = spec.commandLine().getErr();
    int written = 0;
    int fixes = 0;
    for (FixedFile file : files) {
      try {
        Replacement.of(
            file.file(), draft -> Files.write(draft, file.bytes(), StandardOpenOption.CREATE_NEW));
        written++;
        fixes += file.fixes();
      } catch (IOException e) {
        err.println(
            Printable.of(
                "perflint: cannot write "
                    + file.path()
                    + ": "
                    + Replacement.reason(e, file.file())));
      }
    }
    err.println("Fixed " + Counts.findings(fixes) + " in " + Counts.files(written));
    return written == files.size() ? ExitCode.OK : ExitCode.FAILED;
  }
}
