package dev.perflint.checkstyle;

import dev.perflint.BuildModel;
import dev.perflint.ScanWishes;
import dev.perflint.UsageException;
import dev.perflint.knowledge.LibraryVersions;
import dev.perflint.rule.RuleDoc;
import dev.perflint.rule.RuleWords;
import dev.perflint.source.FileChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * What the properties of a module say.
 *
 * @param sourceRoots absolute
 * @param classPath absolute
 */
record Wishes(
    Path workingDirectory,
    List<String> select,
    List<String> ignore,
    Optional<Integer> javaVersion,
    boolean includeTests,
    boolean includeGenerated,
    List<Path> sourceRoots,
    List<Path> classPath) {

  /**
   * @throws UsageException for a word that names no rule, or a folder that is none
   */
  void check(List<RuleDoc> rules) {
    RuleWords.known(select, rules);
    RuleWords.known(ignore, rules);
    for (Path root : sourceRoots) {
      if (!Files.isDirectory(root)) {
        throw new UsageException("sourceRoots: there is no folder " + root);
      }
    }
  }

  /**
   * A scan of files, of the configuration of their modules, and of the source roots.
   *
   * @param start at and above which the project's own files are looked for
   * @param files at least one
   */
  ScanWishes scanOf(Path start, List<Path> files, SortedSet<Path> modules) {
    List<Path> paths =
        Stream.of(List.of(start), files, modules, sourceRoots).flatMap(Collection::stream).toList();
    // Of modules only build and configuration files are taken: below a file there is no Java.
    List<Path> roots = sourceRoots.isEmpty() ? files.subList(0, 1) : sourceRoots;
    return new ScanWishes(
        workingDirectory,
        paths,
        select,
        ignore,
        javaVersion,
        Runtime.getRuntime().availableProcessors(),
        includeTests,
        includeGenerated,
        true,
        new BuildModel(roots, OptionalInt.empty(), LibraryVersions.NONE, classPath),
        FileChoice.ALL);
  }
}
