package dev.perflint.cli;

import dev.perflint.BuildModel;
import dev.perflint.ScanRequest;
import dev.perflint.config.Configuration;
import dev.perflint.config.ConfigurationFiles;
import dev.perflint.config.RuntimeJdk;
import dev.perflint.source.FileChoice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Questions about a project as a scan of it would see it: with the knowledge of its configuration
 * and the JDK that its files name.
 *
 * @param paths of the project; empty means the working directory
 */
record WholeProject(Shell shell, List<Path> paths, PrintWriter err) {
  /**
   * @param tests whether test sources are part of it
   */
  <T> T ask(boolean tests, Function<ScanRequest, T> question) {
    if (!ProgressLine.isWanted(shell)) {
      return question.apply(request(tests, ScanRequest.Progress.NONE));
    }
    try (ProgressLine progress = new ProgressLine(err, System::nanoTime)) {
      return question.apply(request(tests, progress));
    }
  }

  private ScanRequest request(boolean tests, ScanRequest.Progress progress) {
    Path first = shell.workingDirectory().resolve(paths.isEmpty() ? Path.of("") : paths.get(0));
    Configuration configuration =
        ConfigurationFiles.find(first).map(ConfigurationFiles::load).orElse(Configuration.NONE);
    Optional<Integer> release =
        configuration
            .javaVersion()
            .or(() -> ConfigurationFiles.runtimeJdk(first).map(RuntimeJdk::release));
    return new ScanRequest(
        shell.workingDirectory(),
        paths,
        List.of(),
        List.of(),
        release.map(OptionalInt::of).orElse(OptionalInt.empty()),
        Runtime.getRuntime().availableProcessors(),
        tests || configuration.includeTests().orElse(false),
        configuration.includeGenerated().orElse(false),
        false,
        configuration,
        progress,
        BuildModel.NONE,
        FileChoice.ALL.without(configuration.exclude()));
  }
}
