package dev.perflint.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one configuration file sets.
 *
 * @param path relative, as in findings
 * @param values by key as {@link PropertyKeys#relaxed} writes it; of a key that several profiles or
 *     documents set, every value
 * @param complete false when the file, or a part of it, could not be read: it may set anything then
 */
public record FileSettings(String path, Map<String, List<String>> values, boolean complete) {
  public FileSettings {
    values = Map.copyOf(new TreeMap<>(values));
  }
}
