package dev.perflint.cli;

import dev.perflint.BuildModel;
import dev.perflint.ScanRequest;
import dev.perflint.ScanWishes;
import dev.perflint.UsageException;
import dev.perflint.config.Configuration;
import dev.perflint.config.ConfigurationFiles;
import dev.perflint.config.RuntimeJdk;
import dev.perflint.source.FileChoice;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The parameters and options that say what is scanned, and with which rules. */
final class ScanInput {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders (default: the working directory).")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--select",
      split = ",",
      paramLabel = "WORD",
      description = "Rules to run: ids, themes, groups or all (default: the group default).")
  private List<String> select = new ArrayList<>();

  @Option(
      names = "--ignore",
      split = ",",
      paramLabel = "WORD",
      description = "Rules to leave out, in the same words.")
  private List<String> ignore = new ArrayList<>();

  @Option(
      names = "--java-version",
      paramLabel = "N",
      description = "The JDK release that runs the scanned code, from 8 on.")
  private @Nullable Integer javaVersion;

  @Option(
      names = "--include-tests",
      description = "Also report what is found in sources of tests, benchmarks and demos.")
  private boolean includeTests;

  @Option(names = "--include-generated", description = "Also scan generated sources.")
  private boolean includeGenerated;

  @Option(names = "--jobs", paramLabel = "N", description = "Threads (default: one for each core).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--no-suppress", description = "Report what the source suppresses, too.")
  private boolean noSuppress;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration (default: the nearest perflint.yml above the first path).")
  private @Nullable Path config;

  @Option(names = "--no-config", description = "Read no configuration file.")
  private boolean noConfig;

  @Option(
      names = "--include",
      split = ",",
      paramLabel = "GLOB",
      description = "Look only at files whose path in reports one of these matches.")
  private List<String> include = new ArrayList<>();

  @Option(
      names = "--exclude",
      split = ",",
      paramLabel = "GLOB",
      description = "Look at no files whose path in reports one of these matches.")
  private List<String> exclude = new ArrayList<>();

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description =
          "Jars and folders of class files with types that the sources lack; a missing one only"
              + " leaves its types unknown.")
  private List<String> classPath = new ArrayList<>();

  private @Nullable Configuration loaded;

  /**
   * The project's configuration; read once.
   *
   * @throws UsageException when there is one that cannot be used
   */
  Configuration configuration(Shell shell) {
    if (loaded == null) {
      loaded = load(shell);
    }
    return loaded;
  }

  private Configuration load(Shell shell) {
    if (noConfig) {
      return Configuration.NONE;
    }
    Optional<Path> named = Optional.ofNullable(config).map(shell.workingDirectory()::resolve);
    return ConfigurationFiles.of(named, List.of(wishes(shell).firstPath()));
  }

  /** The JDK that the project's own files name; empty when a setting comes before them. */
  Optional<RuntimeJdk> detectedJdk(Shell shell) {
    return wishes(shell).detectedJdk(configuration(shell));
  }

  ScanRequest request(Shell shell, Engine engine, ScanRequest.Progress progress) {
    if (javaVersion != null && javaVersion < 8) {
      throw new UsageException("--java-version must be at least 8, not " + javaVersion);
    }
    return wishes(shell).request(configuration(shell), engine::rules, progress);
  }

  private ScanWishes wishes(Shell shell) {
    return new ScanWishes(
        shell.workingDirectory(),
        paths,
        select,
        ignore,
        Optional.ofNullable(javaVersion),
        jobs,
        includeTests,
        includeGenerated,
        !noSuppress,
        BuildModel.NONE.on(classPath(shell)),
        FileChoice.of(include, exclude));
  }

  /** As {@code java} and {@code javac} take them: with the sign that divides paths here. */
  private List<Path> classPath(Shell shell) {
    List<Path> entries = new ArrayList<>();
    for (String path : classPath) {
      for (String entry : path.split(Pattern.quote(File.pathSeparator))) {
        if (!entry.isBlank()) {
          entries.add(entry(entry, shell));
        }
      }
    }
    return entries;
  }

  private static Path entry(String entry, Shell shell) {
    try {
      return shell.workingDirectory().resolve(entry);
    } catch (InvalidPathException e) {
      throw new UsageException("--classpath has an entry that can be no path: " + e.getReason());
    }
  }
}
