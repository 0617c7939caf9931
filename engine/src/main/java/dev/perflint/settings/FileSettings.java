package dev.perflint.settings;

import dev.perflint.source.SettingsKind;
import dev.perflint.source.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one configuration file sets: plain data that depends on nothing but the file.
 *
 * @param path relative, as in findings
 * @param text of the file, for the lines around a finding
 * @param settings in the order of the file; of an image each instruction is one
 * @param blocks keys that hold others, in the order of the file
 * @param root of a file in XML
 * @param complete false when the file, or a part of it, could not be read: it may set anything then
 */
public record FileSettings(
    String path,
    SettingsKind kind,
    String text,
    List<Setting> settings,
    List<Setting> blocks,
    Optional<Element> root,
    List<Suppression> suppressions,
    boolean complete) {
  public FileSettings {
    settings = List.copyOf(settings);
    blocks = List.copyOf(blocks);
    suppressions = List.copyOf(suppressions);
  }

  /** A file that tells nothing, and may set anything. */
  static FileSettings unread(String path, SettingsKind kind) {
    return new FileSettings(
        path, kind, "", List.of(), List.of(), Optional.empty(), List.of(), false);
  }

  /** The values by key; of a key that several profiles or documents set, every value. */
  public Map<String, List<String>> values() {
    Map<String, List<String>> values = new TreeMap<>();
    for (Setting setting : settings) {
      values.computeIfAbsent(setting.key(), key -> new ArrayList<>(1)).add(setting.value());
    }
    return values;
  }

  /** The profile that the file's name stands for; {@code ""} when it serves every one. */
  public String profile() {
    return Profiles.ofFile(path);
  }

  /** Whether production may run with what the file sets. */
  public boolean servesProduction() {
    return Profiles.isProduction(profile()) && !Profiles.isAside(path);
  }

  /** The same of one of its settings. */
  public boolean servesProduction(Setting setting) {
    return servesProduction() && Profiles.isProduction(setting.profile());
  }
}
