package dev.perflint.checkstyle;

import com.puppycrawl.tools.checkstyle.api.FileText;
import dev.perflint.source.GeneratedCode;
import dev.perflint.source.SettingsKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files that Checkstyle has handed over since it began, in that order. */
final class HandedFiles {
  private static final List<String> BUILD_FILES =
      List.of("pom.xml", "build.gradle", "build.gradle.kts");

  /**
   * @param path as Checkstyle names it, absolute
   * @param saysGenerated its text says so
   */
  record Handed(Path path, boolean saysGenerated) {}

  /** By path with links resolved: so the engine names files. */
  private final Map<Path, Handed> byRealPath = new LinkedHashMap<>();

  private final Map<Path, Optional<Path>> moduleByFolder = new HashMap<>();

  void clear() {
    byRealPath.clear();
    moduleByFolder.clear();
  }

  boolean isEmpty() {
    return byRealPath.isEmpty();
  }

  /** Takes a file, if it is one that perflint reads. */
  void add(File file, FileText text) {
    String name = file.getName();
    boolean java = name.endsWith(".java");
    if (java || SettingsKind.of(name).isPresent()) {
      Path path = file.getAbsoluteFile().toPath();
      boolean generated = java && GeneratedCode.isGenerated(text.getFullText().toString());
      byRealPath.put(real(path), new Handed(path, generated));
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      // Gone since Checkstyle read it: the scan will not find it either.
      return path;
    }
  }

  /** The paths of the files, with links resolved. */
  List<Path> realPaths() {
    return List.copyOf(byRealPath.keySet());
  }

  Handed of(Path realPath) {
    return Objects.requireNonNull(byRealPath.get(realPath));
  }

  /**
   * At and above which the project's own files are looked for: the module of the first file, or
   * where no module is around it a file.
   */
  Path start(List<Path> files) {
    return module(realPaths().get(0).getParent()).orElse(files.get(0));
  }

  /** The folders of the modules that the files belong to, by the nearest build file. */
  SortedSet<Path> modules() {
    SortedSet<Path> modules = new TreeSet<>();
    for (Path file : byRealPath.keySet()) {
      module(file.getParent()).ifPresent(modules::add);
    }
    return modules;
  }

  /** Each folder is looked at once, however many files lie below it. */
  private Optional<Path> module(@Nullable Path start) {
    List<Path> passed = new ArrayList<>();
    Optional<Path> found = Optional.empty();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Optional<Path> known = moduleByFolder.get(folder);
      if (known != null) {
        found = known;
        break;
      }
      passed.add(folder);
      if (BUILD_FILES.stream().map(folder::resolve).anyMatch(Files::isRegularFile)) {
        found = Optional.of(folder);
        break;
      }
      if (Files.exists(folder.resolve(".git"))) {
        break;
      }
    }
    for (Path folder : passed) {
      moduleByFolder.put(folder, found);
    }
    return found;
  }
}
