package dev.perflint.source;

import dev.perflint.UsageException;
import dev.perflint.model.Notice;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files of a scan.
 *
 * @param base what report paths are relative to: the nearest folder with a {@code .git} around all
 *     roots; outside a repository the scanned folder, or the folder of a single scanned file
 * @param files sorted by report path, each file once however many roots lead to it
 * @param settings the project's configuration files among them, e.g. {@code application.yml};
 *     sorted
 * @param builds Maven's and Gradle's files among them; sorted
 * @param texts files that are no Java and may name code, such as pages and wiring; sorted
 * @param roots the scanned folders and files
 * @param notices sorted; about what lies in the way, such as an unreadable folder
 * @param otherLanguages files of other JVM languages by name, e.g. "Kotlin" to 38
 * @param testFilesLeftOut Java files left out since they are tests or benchmarks
 * @param generatedFilesLeftOut Java files left out since they lie in folders of generated code
 */
public record Discovery(
    Path base,
    List<SourceFile> files,
    List<SourceFile> settings,
    List<Path> builds,
    List<Path> texts,
    List<Path> roots,
    List<Notice> notices,
    SortedMap<String, Integer> otherLanguages,
    int testFilesLeftOut,
    int generatedFilesLeftOut) {

  public Discovery {
    files = List.copyOf(files);
    settings = List.copyOf(settings);
    builds = List.copyOf(builds);
    texts = List.copyOf(texts);
    roots = List.copyOf(roots);
    notices = List.copyOf(notices);
    otherLanguages = Collections.unmodifiableSortedMap(new TreeMap<>(otherLanguages));
  }

  /**
   * Finds the Java files of folders, and takes every file that is named, whatever its extension.
   * Left out are build output, what {@code .gitignore} files and {@code .git/info/exclude} ignore,
   * and, as the options say, tests and generated code; a root inside such a place is scanned. Links
   * are not followed, except the roots themselves.
   *
   * @param roots relative to the working directory; none means the working directory
   * @throws UsageException for a root that does not exist or cannot be reached
   */
  public static Discovery find(Path workingDirectory, List<Path> roots, DiscoveryOptions options) {
    List<Path> real = new ArrayList<>();
    for (Path root : roots.isEmpty() ? List.of(Path.of("")) : roots) {
      real.add(realRoot(workingDirectory, root));
    }
    real = real.stream().distinct().sorted().toList();
    Path base = baseOf(real);
    DiscoveryWalk walk = new DiscoveryWalk(base, real, options);
    real.forEach(walk::root);
    return walk.result();
  }

  /** The same with those files only that are chosen. */
  public Discovery only(FileChoice choice) {
    return new Discovery(
        base,
        choice.among(files, roots),
        choice.among(settings, roots),
        builds,
        texts,
        roots,
        notices,
        otherLanguages,
        testFilesLeftOut,
        generatedFilesLeftOut);
  }

  /** The same without what lies in some places, and with a notice of that. */
  public Discovery without(Predicate<Path> left, Notice notice) {
    return new Discovery(
        base,
        files.stream().filter(file -> !left.test(file.path())).toList(),
        settings.stream().filter(file -> !left.test(file.path())).toList(),
        builds.stream().filter(left.negate()).toList(),
        texts.stream().filter(left.negate()).toList(),
        roots,
        Stream.concat(notices.stream(), Stream.of(notice)).sorted().toList(),
        otherLanguages,
        testFilesLeftOut,
        generatedFilesLeftOut);
  }

  private static Path realRoot(Path workingDirectory, Path root) {
    try {
      return workingDirectory.resolve(root).toRealPath();
    } catch (NoSuchFileException e) {
      throw new UsageException("no such file or folder: " + root, e);
    } catch (AccessDeniedException e) {
      throw new UsageException("cannot be reached, permission denied: " + root, e);
    } catch (IOException e) {
      throw new UsageException("cannot be reached: " + root + ": " + Messages.reason(e), e);
    }
  }

  private static Path baseOf(List<Path> roots) {
    Path common = folderOf(roots.get(0));
    for (Path root : roots) {
      while (!root.startsWith(common)) {
        common = common.getParent();
        if (common == null) {
          throw new UsageException("paths on different drives cannot be scanned in one run");
        }
      }
    }
    for (Path folder = common; folder != null; folder = folder.getParent()) {
      // A file in work trees and submodules.
      if (Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return folder;
      }
    }
    return common;
  }

  private static Path folderOf(Path root) {
    Path parent = root.getParent();
    return parent == null || Files.isDirectory(root) ? root : parent;
  }
}
