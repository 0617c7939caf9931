package dev.perflint.settings;

import dev.perflint.model.Certainty;
import dev.perflint.source.SourceFile;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What all configuration files of a project set together, whatever module or profile they serve.
 */
public final class ProjectSettings {
  /** Values that switch off what the key stands for. */
  private static final Set<String> OFF =
      Set.of("", "0", "-1", "0s", "0ms", "0d", "pt0s", "false", "none", "off", "infinite");

  /** The word, or a placeholder with it as default. */
  private static final Pattern ENABLED =
      Pattern.compile("true|\\$\\{[^:}]+:true}", Pattern.CASE_INSENSITIVE);

  private final Supplier<List<FileSettings>> reader;
  private @Nullable List<FileSettings> files;

  private ProjectSettings(Supplier<List<FileSettings>> reader) {
    this.reader = reader;
  }

  /**
   * @param files in any order
   */
  public ProjectSettings(List<FileSettings> files) {
    this(() -> files);
  }

  /**
   * Of files that are read when something is asked of them, which most projects' code never does.
   */
  public static ProjectSettings of(List<SourceFile> files) {
    return new ProjectSettings(() -> files.stream().map(SettingsReader::read).toList());
  }

  private List<FileSettings> files() {
    if (files == null) {
      files = reader.get().stream().sorted(Comparator.comparing(FileSettings::path)).toList();
    }
    return files;
  }

  /**
   * Whether one of the keys has a value that does not switch it off.
   *
   * @param keys in which {@code *} stands for any text
   * @return UNKNOWN when none has, but a file could not be read
   */
  public Certainty configured(List<String> keys) {
    List<Pattern> patterns = keys.stream().map(PropertyKeys::matcher).toList();
    boolean complete = true;
    for (FileSettings file : files()) {
      complete &= file.complete();
      for (Map.Entry<String, List<String>> entry : file.values().entrySet()) {
        boolean meant = patterns.stream().anyMatch(p -> p.matcher(entry.getKey()).matches());
        if (meant && entry.getValue().stream().anyMatch(ProjectSettings::isOn)) {
          return Certainty.SURE;
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

  private static boolean isOn(String value) {
    return !OFF.contains(value.toLowerCase(Locale.ROOT));
  }
}
