package dev.perflint;

import dev.perflint.config.Configuration;
import dev.perflint.model.Group;
import dev.perflint.source.FileChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * What to scan, and how.
 *
 * @param workingDirectory what relative paths are relative to
 * @param paths files and folders; empty means the working directory
 * @param select rule ids, themes, groups or {@code all}; empty means the group {@code default}
 * @param ignore the same words, taken away from the selected ones
 * @param javaVersion feature release of the JDK that runs the scanned code; empty when unknown
 * @param jobs worker threads, at least 1
 * @param includeTests also report what is found in test sources
 * @param includeGenerated also scan generated sources
 * @param suppressions whether suppressions in the source count
 * @param configuration of the project; its words for rules hold where {@code select} is empty, and
 *     beside {@code ignore}
 * @param progress told after each file
 * @param build what the build tool knows
 * @param files which of those that are found count
 */
public record ScanRequest(
    Path workingDirectory,
    List<Path> paths,
    List<String> select,
    List<String> ignore,
    OptionalInt javaVersion,
    int jobs,
    boolean includeTests,
    boolean includeGenerated,
    boolean suppressions,
    Configuration configuration,
    Progress progress,
    BuildModel build,
    FileChoice files) {

  /** Told how far a scan is; called from one thread at a time. */
  @FunctionalInterface
  public interface Progress {
    Progress NONE = (done, total) -> {};

    void files(int done, int total);

    /** What measures the phases of the scan. */
    default PhaseClock clock() {
      return PhaseClock.STOPPED;
    }

    /** The same, with a clock. */
    default Progress with(PhaseClock clock) {
      Progress files = this;
      return new Progress() {
        @Override
        public void files(int done, int total) {
          files.files(done, total);
        }

        @Override
        public PhaseClock clock() {
          return clock;
        }
      };
    }
  }

  /** Without a build tool. */
  public ScanRequest(
      Path workingDirectory,
      List<Path> paths,
      List<String> select,
      List<String> ignore,
      OptionalInt javaVersion,
      int jobs,
      boolean includeTests,
      boolean includeGenerated,
      boolean suppressions,
      Configuration configuration,
      Progress progress) {
    this(
        workingDirectory,
        paths,
        select,
        ignore,
        javaVersion,
        jobs,
        includeTests,
        includeGenerated,
        suppressions,
        configuration,
        progress,
        BuildModel.NONE,
        FileChoice.ALL);
  }

  /** Without a project's configuration. */
  public ScanRequest(
      Path workingDirectory,
      List<Path> paths,
      List<String> select,
      List<String> ignore,
      OptionalInt javaVersion,
      int jobs,
      boolean includeTests,
      boolean includeGenerated,
      Progress progress) {
    this(
        workingDirectory,
        paths,
        select,
        ignore,
        javaVersion,
        jobs,
        includeTests,
        includeGenerated,
        true,
        Configuration.NONE,
        progress);
  }

  public ScanRequest {
    paths = List.copyOf(paths);
    select = List.copyOf(select);
    ignore = List.copyOf(ignore);
    if (jobs < 1) {
      throw new UsageException("--jobs must be at least 1, not " + jobs);
    }
  }

  /** The same, also for what is true but small, unless somebody has selected rules. */
  ScanRequest alsoPedantic() {
    boolean chosen = !select.isEmpty() || !configuration.select().isEmpty();
    return chosen
        ? this
        : new ScanRequest(
            workingDirectory,
            paths,
            List.of(Group.DEFAULT.id(), Group.PEDANTIC.id()),
            ignore,
            javaVersion,
            jobs,
            includeTests,
            includeGenerated,
            suppressions,
            configuration,
            progress,
            build,
            files);
  }
}
