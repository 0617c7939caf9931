package dev.perflint.source;

import dev.perflint.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Which of the found files count, by their paths in reports; what is named counts in any case.
 *
 * @param includes one of them has to match; none lets all in
 * @param excludes none of them may match
 */
public record FileChoice(List<PathGlob> includes, List<PathGlob> excludes) {
  /** Of all files. */
  public static final FileChoice ALL = new FileChoice(List.of(), List.of());

  public FileChoice {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /**
   * The choice of globs.
   *
   * @throws UsageException for a text that is no glob
   */
  public static FileChoice of(List<String> includes, List<String> excludes) {
    return new FileChoice(
        includes.stream().map(FileChoice::glob).toList(),
        excludes.stream().map(FileChoice::glob).toList());
  }

  private static PathGlob glob(String text) {
    try {
      return new PathGlob(text);
    } catch (PatternSyntaxException e) {
      throw new UsageException("not a glob: " + text + ": " + e.getDescription(), e);
    }
  }

  /** The same without what other globs match, too. */
  public FileChoice without(List<PathGlob> more) {
    return more.isEmpty()
        ? this
        : new FileChoice(includes, Stream.concat(excludes.stream(), more.stream()).toList());
  }

  /**
   * Those of the files that count.
   *
   * @param roots of the scan; a file that is one is named
   */
  List<SourceFile> among(List<SourceFile> files, List<Path> roots) {
    return includes.isEmpty() && excludes.isEmpty()
        ? files
        : files.stream().filter(file -> roots.contains(file.path()) || isChosen(file)).toList();
  }

  private boolean isChosen(SourceFile file) {
    String path = file.reportPath();
    return (includes.isEmpty() || includes.stream().anyMatch(glob -> glob.matches(path)))
        && excludes.stream().noneMatch(glob -> glob.matches(path));
  }
}
