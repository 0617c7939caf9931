package dev.perflint;

import dev.perflint.config.Configuration;
import dev.perflint.config.ConfigurationFiles;
import dev.perflint.config.RuntimeJdk;
import dev.perflint.rule.RuleDoc;
import dev.perflint.rule.RuleWords;
import dev.perflint.source.FileChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * What somebody wants of a scan, on a command line or in a build file. The project's configuration
 * and its files fill in what is left open.
 *
 * @param workingDirectory what relative paths are relative to
 * @param paths files and folders; empty means the working directory
 * @param select rule ids, themes, groups or {@code all}; empty leaves it to the configuration
 * @param ignore the same words, taken away from the selected ones
 * @param javaVersion feature release of the JDK that runs the scanned code
 * @param jobs worker threads, at least 1
 * @param includeTests also report what is found in test sources
 * @param includeGenerated also scan generated sources
 * @param suppressions whether suppressions in the source count
 * @param build what the build tool knows
 * @param files which of those that are found count
 */
public record ScanWishes(
    Path workingDirectory,
    List<Path> paths,
    List<String> select,
    List<String> ignore,
    Optional<Integer> javaVersion,
    int jobs,
    boolean includeTests,
    boolean includeGenerated,
    boolean suppressions,
    BuildModel build,
    FileChoice files) {

  public ScanWishes {
    paths = List.copyOf(paths);
    select = List.copyOf(select);
    ignore = List.copyOf(ignore);
  }

  /** The path that the project's own files are looked for at and above. */
  public Path firstPath() {
    return workingDirectory.resolve(paths.isEmpty() ? Path.of("") : paths.get(0));
  }

  /** The JDK that the project's own files name; empty when a setting comes before them. */
  public Optional<RuntimeJdk> detectedJdk(Configuration configuration) {
    boolean set = javaVersion.isPresent() || configuration.javaVersion().isPresent();
    return set ? Optional.empty() : ConfigurationFiles.runtimeJdk(firstPath());
  }

  /**
   * The scan that is wanted.
   *
   * @param rules only asked when words for rules have to be checked
   * @throws UsageException for a word that names no rule
   */
  public ScanRequest request(
      Configuration configuration, Supplier<List<RuleDoc>> rules, ScanRequest.Progress progress) {
    return new ScanRequest(
        workingDirectory,
        paths,
        known(select, rules),
        known(ignore, rules),
        release(configuration),
        jobs,
        includeTests || configuration.includeTests().orElse(false),
        includeGenerated || configuration.includeGenerated().orElse(false),
        suppressions,
        configuration,
        progress,
        build,
        files.without(configuration.exclude()));
  }

  private OptionalInt release(Configuration configuration) {
    Optional<Integer> said = javaVersion.or(configuration::javaVersion);
    if (said.isPresent()) {
      return OptionalInt.of(said.get());
    }
    Optional<RuntimeJdk> detected = detectedJdk(configuration);
    // What code is compiled for a build tool knows better than the text of its file shows.
    if (detected.isEmpty() || (detected.get().isLowerBound() && build.release().isPresent())) {
      return build.release();
    }
    return OptionalInt.of(detected.get().release());
  }

  private static List<String> known(List<String> words, Supplier<List<RuleDoc>> rules) {
    return words.isEmpty() ? words : RuleWords.known(words, rules.get());
  }
}
