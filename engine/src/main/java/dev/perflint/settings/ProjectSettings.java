package dev.perflint.settings;

import dev.perflint.knowledge.LibraryVersions;
import dev.perflint.model.Certainty;
import dev.perflint.source.SettingsKind;
import dev.perflint.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The configuration files of a project, and the modules that they lie in. */
public final class ProjectSettings {
  /** Values that switch off what the key stands for. */
  private static final Set<String> OFF =
      Set.of("", "0", "-1", "0s", "0ms", "0d", "pt0s", "false", "none", "off", "infinite");

  private static final long LARGEST_BUILD = 2_000_000;

  /** The word, or a placeholder with it as default. */
  private static final Pattern ENABLED =
      Pattern.compile("true|\\$\\{[^:}]+:true}", Pattern.CASE_INSENSITIVE);

  /** One without another in it. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:{}]+)(?::([^{}]*))?}");

  /** So many, one in the other, stand in no text. */
  private static final int MOST_PLACEHOLDERS = 8;

  private final Supplier<List<FileSettings>> reader;
  private final Supplier<Modules> modulesReader;
  private final Supplier<LibraryVersions> versionsReader;
  private final OtherTexts texts;
  private @Nullable List<FileSettings> files;
  private @Nullable Modules modules;
  private @Nullable LibraryVersions versions;

  private ProjectSettings(
      Supplier<List<FileSettings>> reader,
      Supplier<Modules> modules,
      Supplier<LibraryVersions> versions,
      OtherTexts texts) {
    this.texts = texts;
    this.reader = reader;
    this.modulesReader = modules;
    this.versionsReader = versions;
  }

  /**
   * Of a project of one module.
   *
   * @param files in any order
   */
  public ProjectSettings(List<FileSettings> files) {
    this(files, List.of(), LibraryVersions.NONE, OtherTexts.NONE);
  }

  /**
   * @param files in any order
   * @param builds of its modules, in any order
   * @param versions that the build files name
   * @param texts of the files beside them that are no Java
   */
  public ProjectSettings(
      List<FileSettings> files,
      Collection<BuildFile> builds,
      LibraryVersions versions,
      OtherTexts texts) {
    this(() -> files, () -> new Modules(builds), () -> versions, texts);
  }

  /**
   * Of files that are read when something is asked of them, which most projects' code never does.
   *
   * @param base what the paths of the build files are told relative to
   * @param versions that the build files name
   * @param texts of the files beside them that are no Java
   */
  public static ProjectSettings of(
      List<SourceFile> files,
      List<Path> builds,
      Path base,
      Supplier<LibraryVersions> versions,
      OtherTexts texts) {
    return new ProjectSettings(
        () -> files.stream().map(SettingsReader::read).toList(),
        () -> new Modules(builds(builds, base)),
        versions,
        texts);
  }

  private static List<BuildFile> builds(List<Path> files, Path base) {
    List<BuildFile> builds = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.equals("pom.xml") || name.startsWith("build.gradle")) {
        String path = base.relativize(file).toString().replace('\\', '/');
        builds.add(BuildFile.read(path, text(file)));
      }
    }
    return builds;
  }

  /** A file that cannot be read is a module of which nothing is known. */
  private static String text(Path file) {
    try {
      return Files.size(file) > LARGEST_BUILD
          ? ""
          : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** All files, by path. */
  public List<FileSettings> files() {
    if (files == null) {
      files = reader.get().stream().sorted(Comparator.comparing(FileSettings::path)).toList();
    }
    return files;
  }

  /** What stands beside the code. */
  public OtherTexts texts() {
    return texts;
  }

  /** What the build files say of the versions of libraries. */
  public LibraryVersions versions() {
    if (versions == null) {
      versions = versionsReader.get();
    }
    return versions;
  }

  public Modules modules() {
    if (modules == null) {
      modules = modulesReader.get();
    }
    return modules;
  }

  /**
   * Whether one of the keys has a value that does not switch it off, whatever module or profile it
   * serves.
   *
   * @param keys in which {@code *} stands for any text
   * @return UNKNOWN when none has, but a file could not be read
   */
  public Certainty configured(List<String> keys) {
    List<Pattern> patterns = keys.stream().map(PropertyKeys::matcher).toList();
    boolean complete = true;
    for (FileSettings file : files()) {
      if (file.kind() == SettingsKind.APPLICATION || file.kind() == SettingsKind.PERSISTENCE) {
        complete &= file.complete();
        for (Map.Entry<String, List<String>> entry : file.values().entrySet()) {
          boolean meant = patterns.stream().anyMatch(p -> p.matcher(entry.getKey()).matches());
          if (meant && entry.getValue().stream().anyMatch(ProjectSettings::isOn)) {
            return Certainty.SURE;
          }
        }
      }
    }
    return complete ? Certainty.NO : Certainty.UNKNOWN;
  }

  /**
   * Whether one of the keys is set to {@code true}, and nowhere to something else: of several
   * modules or profiles nobody here knows which one runs.
   *
   * @param keys without any {@code *}
   * @return UNKNOWN when the files contradict each other
   */
  public Certainty enabled(List<String> keys) {
    boolean on = false;
    boolean off = false;
    for (FileSettings file : files()) {
      for (String key : keys) {
        for (String value : file.values().getOrDefault(PropertyKeys.relaxed(key), List.of())) {
          boolean enables = ENABLED.matcher(value).matches();
          on |= enables;
          off |= !enables;
        }
      }
    }
    return on && off ? Certainty.UNKNOWN : on ? Certainty.SURE : Certainty.NO;
  }

  /**
   * A text with what the configuration of production has for its placeholders, or the defaults that
   * they name. What neither says stays as it is.
   */
  public String settled(String text) {
    String known = text;
    for (int i = 0; i < MOST_PLACEHOLDERS; i++) {
      Matcher placeholder = PLACEHOLDER.matcher(known);
      Optional<String> value =
          placeholder.find()
              ? value(placeholder.group(1)).or(() -> Optional.ofNullable(placeholder.group(2)))
              : Optional.empty();
      if (value.isEmpty()) {
        return known;
      }
      known = placeholder.replaceFirst(Matcher.quoteReplacement(value.get()));
    }
    return known;
  }

  private Optional<String> value(String key) {
    return files().stream()
        .filter(FileSettings::servesProduction)
        .flatMap(file -> file.values().getOrDefault(PropertyKeys.relaxed(key), List.of()).stream())
        .findFirst();
  }

  private static boolean isOn(String value) {
    return !OFF.contains(value.toLowerCase(Locale.ROOT));
  }
}
