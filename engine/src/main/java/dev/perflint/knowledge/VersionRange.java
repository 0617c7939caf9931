package dev.perflint.knowledge;

import java.util.Optional;

/**
 * The versions of a library for which something holds, both ends included: {@code 3.4+}, {@code 2.1
 * to 3.3}, {@code to 2.7}. An end names a line of releases: 3.3.9 is within {@code to 3.3}.
 */
public record VersionRange(Optional<Version> from, Optional<Version> until) {
  /** Every version. */
  public static final VersionRange ANY = new VersionRange(Optional.empty(), Optional.empty());

  /**
   * @throws IllegalArgumentException for a text of another form
   */
  public static VersionRange parse(String text) {
    String range = text.strip();
    if (range.endsWith("+")) {
      Version from = Version.parse(range.substring(0, range.length() - 1));
      return new VersionRange(Optional.of(from), Optional.empty());
    }
    int to = range.startsWith("to ") ? 0 : range.indexOf(" to ") + 1;
    if (to == 0 && !range.startsWith("to ")) {
      throw new IllegalArgumentException(
          "no range of versions such as 3.4+, 2.1 to 3.3 or to 2.7: " + text);
    }
    Version until = Version.parse(range.substring(to + "to ".length()));
    String start = range.substring(0, to).strip();
    Optional<Version> from = start.isEmpty() ? Optional.empty() : Optional.of(Version.parse(start));
    return new VersionRange(from, Optional.of(until));
  }

  public boolean contains(Version version) {
    return from.map(first -> version.compareTo(first) >= 0).orElse(true)
        && until.map(last -> version.compareTo(last, last.numbers().size()) <= 0).orElse(true);
  }
}
