package dev.perflint.source;

import dev.perflint.model.Notice;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a walk has found so far, and the decision which files count. */
final class DiscoveredFiles {
  private static final Map<String, String> LANGUAGES =
      Map.of(".kt", "Kotlin", ".groovy", "Groovy", ".scala", "Scala");

  private static final Set<String> BUILDS =
      Set.of(
          "pom.xml", "build.gradle", "build.gradle.kts", "gradle.properties", "libs.versions.toml");

  /** Of pages, wiring and sources in which code may be named that no Java names. */
  private static final Set<String> TEXTS =
      Set.of(
          "bpmn",
          "drl",
          "ftl",
          "ftlh",
          "groovy",
          "htm",
          "html",
          "jelly",
          "jsp",
          "jspf",
          "jspx",
          "kt",
          "kts",
          "properties",
          "scala",
          "tag",
          "tagx",
          "vm",
          "xhtml",
          "xml",
          "yaml",
          "yml",
          "zul");

  private final Path base;
  private final List<Path> roots;
  private final DiscoveryOptions options;
  private final SourceRoots sources;
  private final Map<Path, SourceFile> files = new HashMap<>();
  private final Map<Path, SourceFile> settings = new HashMap<>();
  private final Set<Path> builds = new TreeSet<>();
  private final Set<Path> texts = new TreeSet<>();
  private final Map<Path, String> otherLanguages = new HashMap<>();
  private final Set<Path> tests = new HashSet<>();
  private final Set<Path> generated = new HashSet<>();
  private final Set<Notice> notices = new TreeSet<>();
  private boolean rootInTests;
  private boolean rootInGenerated;

  DiscoveredFiles(Path base, List<Path> roots, DiscoveryOptions options) {
    this.base = base;
    this.roots = roots;
    this.options = options;
    this.sources = new SourceRoots(options.sourceRoots());
  }

  /** Editors and systems leave {@code ._A.java} and {@code .#A.java} that hold no Java. */
  static boolean isJava(String name) {
    return name.endsWith(".java") && !name.startsWith("._") && !name.startsWith(".#");
  }

  static boolean isOfInterest(String name) {
    return isJava(name)
        || isSettings(name)
        || BUILDS.contains(name)
        || language(name).isPresent()
        || isText(name);
  }

  /** A file in which an application finds its settings. */
  static boolean isSettings(String name) {
    return SettingsKind.of(name).isPresent();
  }

  private static boolean isText(String name) {
    return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static Optional<String> language(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? Optional.empty() : Optional.ofNullable(LANGUAGES.get(name.substring(dot)));
  }

  /** Files until the next call come from below that root. */
  void startFolder(List<String> names) {
    String any = names.isEmpty() ? "any" : pathOf(names) + "/any";
    rootInTests = TestSources.isTest(any);
    rootInGenerated = GeneratedCode.isGeneratedPath(any);
  }

  /** A file that the user named. */
  void named(Path path, List<String> names) {
    String name = names.get(names.size() - 1);
    Optional<String> language = language(name);
    if (language.isPresent()) {
      otherLanguages.put(path, language.get());
    } else if (BUILDS.contains(name)) {
      builds.add(path);
    } else if (isSettings(name)) {
      settings.put(path, new SourceFile(path, pathOf(names), true));
    } else {
      files.put(path, new SourceFile(path, pathOf(names), true));
    }
  }

  /** A regular file of interest that the walk came across. */
  void file(Path path, List<String> names) {
    String reportPath = pathOf(names);
    boolean test = TestSources.isTest(reportPath);
    boolean inGenerated = GeneratedCode.isGeneratedPath(reportPath);
    boolean java = isJava(names.get(names.size() - 1));
    if (java && !sources.hold(path)) {
      return;
    }
    if (test && !rootInTests && !options.includeTests()) {
      if (java) {
        tests.add(path);
      }
    } else if (inGenerated && !rootInGenerated && !options.includeGenerated()) {
      if (java) {
        generated.add(path);
      }
    } else if (java) {
      boolean named = (test && rootInTests) || (inGenerated && rootInGenerated);
      files.merge(
          path, new SourceFile(path, reportPath, named), (old, now) -> old.named() ? old : now);
    } else {
      beside(path, names, reportPath);
    }
  }

  private void beside(Path path, List<String> names, String reportPath) {
    String name = names.get(names.size() - 1);
    if (isText(name)) {
      texts.add(path);
    }
    if (isSettings(name)) {
      settings.putIfAbsent(path, new SourceFile(path, reportPath, false));
    } else if (BUILDS.contains(name)) {
      builds.add(path);
    } else {
      language(reportPath).ifPresent(language -> otherLanguages.put(path, language));
    }
  }

  void notRegular(List<String> names) {
    notice(
        Notice.Kind.UNREADABLE,
        names,
        "not a regular file but a fifo, device or socket: not opened");
  }

  void unreadableFolder(List<String> names, IOException e) {
    notice(
        Notice.Kind.UNREADABLE,
        names,
        e instanceof AccessDeniedException
            ? "folder cannot be read: permission denied"
            : "folder cannot be read: " + Messages.reason(e));
  }

  void unreadableEntry(List<String> names, IOException e) {
    notice(Notice.Kind.UNREADABLE, names, "cannot be read: " + Messages.reason(e));
  }

  void notice(Notice.Kind kind, List<String> names, String message) {
    notices.add(Notice.ofFile(kind, names.isEmpty() ? "." : pathOf(names), 0, message));
  }

  Discovery result() {
    tests.removeAll(files.keySet());
    generated.removeAll(files.keySet());
    TreeMap<String, Integer> languages = new TreeMap<>();
    otherLanguages.values().forEach(language -> languages.merge(language, 1, Integer::sum));
    return new Discovery(
        base,
        files.values().stream().sorted().toList(),
        settings.values().stream().sorted().toList(),
        List.copyOf(builds),
        List.copyOf(texts),
        roots,
        List.copyOf(notices),
        languages,
        tests.size(),
        generated.size());
  }

  private static String pathOf(List<String> names) {
    return String.join("/", names);
  }
}
