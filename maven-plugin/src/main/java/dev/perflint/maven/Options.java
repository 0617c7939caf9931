package dev.perflint.maven;

import dev.perflint.UsageException;
import dev.perflint.config.FailOn;
import dev.perflint.model.Priority;
import dev.perflint.report.ReportFormats;
import dev.perflint.report.draft.Dialect;
import dev.perflint.source.FileChoice;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a build asks of a scan.
 *
 * @param configFile the only configuration that counts, where one is named
 * @param select words for rules; none leaves it to the configuration
 * @param ignore words for rules to leave out
 * @param javaVersion of the JDK that runs the code
 * @param minPriority from which on findings are reported
 * @param jobs threads
 * @param includeTests with test sources
 * @param includeGenerated with generated sources
 * @param files which of those that are found count
 */
record Options(
    Optional<Path> configFile,
    List<String> select,
    List<String> ignore,
    Optional<Integer> javaVersion,
    Optional<Priority> minPriority,
    int jobs,
    boolean includeTests,
    boolean includeGenerated,
    FileChoice files) {
  private static final int OLDEST_JAVA = 8;

  /**
   * @param jobs 0 for one thread a core
   * @throws UsageException for a value that makes no sense
   */
  static Options of(
      @Nullable File configFile,
      @Nullable List<String> select,
      @Nullable List<String> ignore,
      @Nullable Integer javaVersion,
      @Nullable String minPriority,
      int jobs,
      boolean includeTests,
      boolean includeGenerated) {
    if (javaVersion != null && javaVersion < OLDEST_JAVA) {
      throw new UsageException("javaVersion must be at least 8, not " + javaVersion);
    }
    if (jobs < 0) {
      throw new UsageException("jobs must be 1 or more, or 0 for one a core, not " + jobs);
    }
    return new Options(
        Optional.ofNullable(configFile).map(File::toPath),
        words(select),
        words(ignore),
        Optional.ofNullable(javaVersion),
        Optional.ofNullable(minPriority)
            .map(word -> one("minPriority", word, Priority.values(), "p1, p2 or p3")),
        jobs == 0 ? Runtime.getRuntime().availableProcessors() : jobs,
        includeTests,
        includeGenerated,
        FileChoice.ALL);
  }

  /**
   * The same for a choice of files only.
   *
   * @throws UsageException for a text that is no glob
   */
  Options of(@Nullable List<String> includes, @Nullable List<String> excludes) {
    return new Options(
        configFile,
        select,
        ignore,
        javaVersion,
        minPriority,
        jobs,
        includeTests,
        includeGenerated,
        FileChoice.of(texts(includes), texts(excludes)));
  }

  /**
   * @throws UsageException for a word that is none
   */
  static Optional<FailOn> failOn(@Nullable String word) {
    return Optional.ofNullable(word)
        .map(it -> one("failOn", it, FailOn.values(), "p1, p2, p3 or never"));
  }

  /**
   * @throws UsageException for a word that is none
   */
  static Dialect dialect(String word) {
    return one("issueFormat", word, Dialect.values(), "github, gitlab or jira");
  }

  /**
   * @throws UsageException for a format that there is not
   */
  static List<String> formats(@Nullable List<String> formats) {
    List<String> known = words(formats);
    for (String format : known) {
      if (!ReportFormats.ids().contains(format)) {
        throw new UsageException(
            "formats may name "
                + String.join(", ", ReportFormats.ids())
                + ", not '"
                + format
                + "'");
      }
    }
    return known;
  }

  private static List<String> words(@Nullable List<String> words) {
    return texts(words).stream().map(word -> word.toLowerCase(Locale.ROOT)).distinct().toList();
  }

  /** An element of a pom may be empty, and Maven hands it on as null. */
  private static List<String> texts(@Nullable List<String> texts) {
    return texts == null
        ? List.of()
        : texts.stream()
            .filter(text -> text != null && !text.isBlank())
            .map(String::strip)
            .toList();
  }

  private static <E extends Enum<E>> E one(String name, String word, E[] values, String choice) {
    return Arrays.stream(values)
        .filter(value -> value.name().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(
            () -> new UsageException(name + " must be " + choice + ", not '" + word + "'"));
  }
}
