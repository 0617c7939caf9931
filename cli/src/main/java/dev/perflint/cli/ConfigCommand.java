package dev.perflint.cli;

import dev.perflint.ScanRequest;
import dev.perflint.config.Configuration;
import dev.perflint.config.IssueSettings;
import dev.perflint.config.PathRules;
import dev.perflint.config.RuntimeJdk;
import dev.perflint.knowledge.Library;
import dev.perflint.report.content.Printable;
import dev.perflint.source.PathGlob;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code perflint config [PATH...]}. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    version = PerflintCommand.VERSION_LINE,
    description =
        "Shows which settings a scan of these paths would have, and where each comes from.")
final class ConfigCommand implements Callable<Integer> {
  private final Engine engine;
  private final Shell shell;

  @Spec private CommandSpec spec;

  @Mixin private ScanInput input;

  ConfigCommand(Engine engine, Shell shell) {
    this.engine = engine;
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Configuration file = input.configuration(shell);
    ScanRequest request = input.request(shell, engine, ScanRequest.Progress.NONE);
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        "configuration      "
            + file.file().map(f -> Printable.of(f.toString())).orElse("none found")
            + "\n");
    words(out, "select", request.select(), file.select(), "default");
    words(out, "ignore", request.ignore(), file.ignore(), "nothing");
    setting(out, "fail-on", file.failOn(), "p1");
    setting(
        out, "min-priority", file.minPriority().map(p -> p.name().toLowerCase(Locale.ROOT)), "p3");
    javaVersion(out, request, file);
    setting(out, "include-tests", file.includeTests().map(String::valueOf), "false");
    setting(out, "include-generated", file.includeGenerated().map(String::valueOf), "false");
    words(
        out,
        "exclude",
        List.of(),
        file.exclude().stream().map(PathGlob::toString).toList(),
        "nothing");
    engine
        .versions(request)
        .byArtifact()
        .forEach(
            (artifact, versions) ->
                row(out, "library", artifact + " " + String.join(", ", versions), "build files"));
    for (PathRules paths : file.paths()) {
      row(
          out,
          "paths",
          paths.glob() + ": without " + String.join(", ", paths.ignore()),
          "file, line " + paths.line());
    }
    if (!file.issues().equals(IssueSettings.DEFAULT)) {
      row(out, "issues", "labels " + String.join(", ", file.issues().labels()), "file");
    }
    for (Library library : file.knowledge()) {
      row(out, "knowledge", library.name() + ": " + library.members().size() + " members", "file");
    }
    return ExitCode.OK;
  }

  private void javaVersion(PrintWriter out, ScanRequest request, Configuration file) {
    String release =
        request.javaVersion().isPresent()
            ? String.valueOf(request.javaVersion().getAsInt())
            : "unknown";
    Optional<String> detected = input.detectedJdk(shell).map(RuntimeJdk::file);
    boolean fromFile =
        file.javaVersion().isPresent() && release.equals(String.valueOf(file.javaVersion().get()));
    String otherwise =
        release.equals("unknown")
            ? "not set, and no file says it"
            : fromFile ? "file" : "command line";
    row(out, "java-version", release, detected.orElse(otherwise));
  }

  private static void words(
      PrintWriter out, String name, List<String> typed, List<String> inFile, String otherwise) {
    if (!typed.isEmpty()) {
      row(out, name, String.join(", ", typed), "command line");
    } else {
      setting(
          out,
          name,
          inFile.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", inFile)),
          otherwise);
    }
  }

  private static void setting(
      PrintWriter out, String name, Optional<String> inFile, String otherwise) {
    row(out, name, inFile.orElse(otherwise), inFile.isPresent() ? "file" : "not set");
  }

  private static void row(PrintWriter out, String name, String value, String origin) {
    out.print(
        String.format("%-18s %s (%s)%n", name, Printable.of(value), origin)
            .replace(System.lineSeparator(), "\n"));
  }
}
