package dev.perflint.settings;

import dev.perflint.model.Notice;
import dev.perflint.source.Discovery;
import dev.perflint.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maven modules that stand below a build and say that they belong to it by their parent, but that
 * none of its {@code <modules>} names: what was moved aside, and never built again. What has a
 * parent of somebody else, or none, is a build of its own.
 */
public final class Unbuilt {
  private static final long LARGEST = 2_000_000;
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern MODULE = Pattern.compile("<module>\\s*([^<]*?)\\s*</module>");
  private static final Pattern PARENT = Pattern.compile("<parent>(.*?)</parent>", Pattern.DOTALL);
  private static final Pattern GROUP = Pattern.compile("<groupId>\\s*([^<]*?)\\s*</groupId>");

  /** Where the part of a file ends that may tell its own group. */
  private static final Pattern BODY =
      Pattern.compile("<(?:dependencies|dependencyManagement|build|profiles|reporting)>");

  /** What one file says, read as text: hundreds of them are read before a scan begins. */
  private record Pom(List<String> modules, Optional<String> parentGroup, String group) {
    static Pom of(String text) {
      String plain = COMMENT.matcher(text).replaceAll("");
      List<String> modules = new ArrayList<>();
      Matcher module = MODULE.matcher(plain);
      while (module.find()) {
        modules.add(module.group(1));
      }
      Matcher parent = PARENT.matcher(plain);
      Optional<String> parentGroup = parent.find() ? group(parent.group(1)) : Optional.empty();
      String head = BODY.split(PARENT.matcher(plain).replaceAll(""), 2)[0];
      return new Pom(modules, parentGroup, group(head).or(() -> parentGroup).orElse(""));
    }

    private static Optional<String> group(String text) {
      Matcher group = GROUP.matcher(text);
      return group.find() ? Optional.of(group.group(1)) : Optional.empty();
    }
  }

  private final TreeMap<String, Pom> poms = new TreeMap<>();
  private final Set<String> folders;

  private Unbuilt(Map<String, String> texts) {
    texts.forEach((path, text) -> poms.put(folderOf(path), Pom.of(text)));
    folders = find();
  }

  /**
   * The folders of such modules.
   *
   * @param texts of the {@code pom.xml} files, by path
   */
  static Set<String> folders(Map<String, String> texts) {
    return new Unbuilt(texts).folders;
  }

  /** What was found without such modules, and a notice of them; what is named stays. */
  public static Discovery leftOutOf(Discovery found) {
    Map<String, String> texts = new TreeMap<>();
    for (Path build : found.builds()) {
      if (build.endsWith("pom.xml")) {
        texts.put(path(found, build), read(build));
      }
    }
    // One file is a build by itself.
    Unbuilt unbuilt = new Unbuilt(texts.size() < 2 ? Map.of() : texts);
    List<String> modules = new ArrayList<>();
    for (SourceFile file : found.files()) {
      if (!file.named()) {
        unbuilt.left(found, file.path()).ifPresent(modules::add);
      }
    }
    return modules.isEmpty()
        ? found
        : found.without(
            file -> unbuilt.left(found, file).isPresent(),
            Notice.ofRun(Notice.Kind.INFO, message(modules)));
  }

  /** The module of a file that is left out. */
  private Optional<String> left(Discovery found, Path file) {
    return moduleOf(path(found, file))
        .filter(
            module -> {
              Path build = found.base().resolve(buildAround(module));
              return found.roots().stream()
                  .noneMatch(root -> file.startsWith(root) && !build.startsWith(root));
            });
  }

  private static String message(List<String> modules) {
    return "%d Java %s left out, in modules that no <modules> of the build names, such as %s: name such a folder to scan it"
        .formatted(modules.size(), modules.size() == 1 ? "file is" : "files are", modules.get(0));
  }

  /** The folder of the outermost build around a module. */
  private String buildAround(String module) {
    return poms.keySet().stream()
        .filter(this::hasModules)
        .filter(folder -> folder.isEmpty() || module.startsWith(folder + "/"))
        .min(Comparator.comparingInt(String::length))
        .orElse(module);
  }

  private static String path(Discovery found, Path file) {
    return found.base().relativize(file).toString().replace('\\', '/');
  }

  private static String read(Path file) {
    try {
      return Files.size(file) > LARGEST
          ? ""
          : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static String folderOf(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  private Optional<String> moduleOf(String path) {
    return folders.isEmpty()
        ? Optional.empty()
        : nearest(folderOf(path), poms::containsKey).filter(folders::contains);
  }

  private Set<String> find() {
    Set<String> built = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    poms.keySet().stream().filter(folder -> !isPartOfOther(folder)).forEach(open::add);
    while (!open.isEmpty()) {
      String folder = open.remove();
      if (poms.containsKey(folder) && built.add(folder)) {
        for (String module : poms.get(folder).modules()) {
          if (module.contains("$")) {
            return Set.of(); // Who knows what it names.
          }
          open.add(resolve(folder, module));
        }
      }
    }
    Set<String> left = new TreeSet<>(poms.keySet());
    left.removeAll(built);
    return left;
  }

  /** Whether a build around says that it is of the same group as the parent. */
  private boolean isPartOfOther(String folder) {
    return !folder.isEmpty()
        && nearest(folderOf(folder), around -> hasModules(around))
            .filter(
                around ->
                    poms.get(folder)
                        .parentGroup()
                        .filter(poms.get(around).group()::equals)
                        .isPresent())
            .isPresent();
  }

  private boolean hasModules(String folder) {
    return poms.containsKey(folder) && !poms.get(folder).modules().isEmpty();
  }

  private static Optional<String> nearest(String from, Predicate<String> test) {
    String folder = from;
    while (!test.test(folder)) {
      if (folder.isEmpty()) {
        return Optional.empty();
      }
      folder = folderOf(folder);
    }
    return Optional.of(folder);
  }

  /** A module is named by its folder or by a file in it. */
  private static String resolve(String folder, String module) {
    String name = module.replace('\\', '/');
    String path = Path.of(folder).resolve(name).normalize().toString().replace('\\', '/');
    return path.endsWith(".xml") ? folderOf(path) : path;
  }
}
