package dev.perflint.settings;

import dev.perflint.model.Region;

/**
 * A key with its value.
 *
 * @param key as {@link PropertyKeys#relaxed} writes it
 * @param name the whole key as the file writes it, e.g. {@code spring.jpa.open-in-view}
 * @param value placeholders as they stand; {@code ""} of a key that holds others
 * @param region the key and, where it stands on the same line, the value
 * @param profile in which alone it holds; {@code ""} for every one
 */
public record Setting(String key, String name, String value, Region region, String profile) {
  /** Whether something outside of the file decides what the value is. */
  public boolean isPlaceholder() {
    return value.contains("${") || value.contains("@");
  }

  /** The same in a profile, unless it has one already. */
  Setting in(String other) {
    return profile.isEmpty() ? new Setting(key, name, value, region, other) : this;
  }
}
