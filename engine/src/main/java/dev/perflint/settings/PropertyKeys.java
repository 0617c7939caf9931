package dev.perflint.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/** Keys as Spring Boot binds them: case, dashes and underscores tell nothing apart. */
public final class PropertyKeys {
  private PropertyKeys() {}

  /** {@code spring.datasource.maximumpoolsize} of {@code spring.datasource.maximum-pool-size}. */
  public static String relaxed(String key) {
    return key.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").strip();
  }

  /**
   * What matches the relaxed keys that a pattern means.
   *
   * @param pattern a key in which {@code *} stands for any text
   */
  public static Pattern matcher(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (String part : relaxed(pattern).split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".+").append(Pattern.quote(part));
    }
    return Pattern.compile(regex.toString());
  }
}
