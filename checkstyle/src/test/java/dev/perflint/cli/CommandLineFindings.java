package dev.perflint.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code perflint scan} finds. */
public final class CommandLineFindings {
  private CommandLineFindings() {}

  /**
   * The lines of its compact report.
   *
   * @param folder the working directory, and what is scanned
   */
  public static List<String> of(Path folder, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("scan", "--fail-on=never", "--format=compact"));
    arguments.addAll(List.of(options));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            arguments.toArray(String[]::new),
            Engine.onDemand(),
            new Reports(),
            new Shell(folder.toAbsolutePath(), Map.of(), false, false),
            out,
            err);
    if (code != ExitCode.OK) {
      throw new AssertionError("exit code " + code + ": " + err.toString(StandardCharsets.UTF_8));
    }
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
