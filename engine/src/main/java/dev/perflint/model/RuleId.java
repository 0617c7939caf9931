package dev.perflint.model;

import java.util.regex.Pattern;

/** A rule's kebab-case id, {@code http-client-per-call}; never changes once released. */
public record RuleId(String value) implements Comparable<RuleId> {
  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public RuleId {
    if (!KEBAB.matcher(value).matches()) {
      throw new IllegalArgumentException("not a kebab-case rule id: " + value);
    }
  }

  /** The id as a class name, {@code HttpClientPerCall}. */
  public String pascalCase() {
    StringBuilder name = new StringBuilder(value.length());
    for (String word : value.split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.toString();
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
