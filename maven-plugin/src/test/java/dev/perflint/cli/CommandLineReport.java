package dev.perflint.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The report that the command line writes, for a comparison with what the plugin wrote. */
public final class CommandLineReport {
  private CommandLineReport() {}

  /**
   * @param format of the report
   * @param folder the working directory
   * @param arguments of {@code perflint scan}
   */
  public static String of(String format, Path folder, String... arguments) {
    List<String> all = new ArrayList<>(List.of("scan", "--fail-on=never", "--format=" + format));
    all.addAll(Arrays.asList(arguments));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell = new Shell(folder.toAbsolutePath(), Map.of(), false, false);
    int code =
        Main.run(all.toArray(String[]::new), Engine.onDemand(), new Reports(), shell, out, err);
    if (code != ExitCode.OK) {
      throw new AssertionError("exit code " + code + ": " + err.toString(StandardCharsets.UTF_8));
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
