package dev.perflint.config;

import dev.perflint.knowledge.Library;
import dev.perflint.model.Priority;
import dev.perflint.source.PathGlob;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A project's settings. What is not set is left to the command line and its defaults; what both
 * set, the command line decides.
 *
 * @param file that it was read from; empty when there is none
 * @param select words for rules to run
 * @param ignore words for rules to leave out
 * @param failOn {@code p1}, {@code p2}, {@code p3} or {@code never}
 * @param javaVersion of the JDK that runs the code
 * @param exclude files that are not looked at
 * @param paths rules switched off by path
 * @param knowledge what the project knows of its own libraries
 * @param issues what drafts of issues carry
 */
public record Configuration(
    Optional<Path> file,
    List<String> select,
    List<String> ignore,
    Optional<String> failOn,
    Optional<Priority> minPriority,
    Optional<Integer> javaVersion,
    Optional<Boolean> includeTests,
    Optional<Boolean> includeGenerated,
    List<PathGlob> exclude,
    List<PathRules> paths,
    List<Library> knowledge,
    IssueSettings issues) {
  /** Nothing set. */
  public static final Configuration NONE =
      new Configuration(
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          IssueSettings.DEFAULT);

  public Configuration {
    select = List.copyOf(select);
    ignore = List.copyOf(ignore);
    exclude = List.copyOf(exclude);
    paths = List.copyOf(paths);
    knowledge = List.copyOf(knowledge);
  }
}
