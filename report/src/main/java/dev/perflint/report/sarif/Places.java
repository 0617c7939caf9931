package dev.perflint.report.sarif;

import dev.perflint.model.Excerpt;
import dev.perflint.model.Region;
import dev.perflint.report.sarif.Sarif.ArtifactLocation;
import dev.perflint.report.sarif.Sarif.Message;
import dev.perflint.report.sarif.Sarif.PhysicalLocation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files and regions in SARIF's words. */
final class Places {
  /** The folder that all paths are relative to; readers know where it is on their disk. */
  static final String ROOT = "%SRCROOT%";

  /** A snippet longer than this helps nobody and, times thousands, makes the upload fail. */
  private static final int MAX_SNIPPET = 4_000;

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private Places() {}

  static ArtifactLocation file(String path) {
    return new ArtifactLocation(uri(path), ROOT);
  }

  /**
   * A relative URI. Everything but RFC 3986's unreserved characters is percent-encoded: a colon
   * would read as a scheme, a percent sign as an escape.
   */
  static String uri(String path) {
    StringBuilder uri = new StringBuilder(path.length() + 16);
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      if (octet > 0 && UNRESERVED.indexOf(octet) >= 0) {
        uri.append((char) octet);
      } else {
        uri.append('%').append(hexDigit(octet >> 4)).append(hexDigit(octet));
      }
    }
    return uri.toString();
  }

  private static char hexDigit(int nibble) {
    return Character.toUpperCase(Character.forDigit(nibble & 0xf, 16));
  }

  /** The place alone, without source text. */
  static PhysicalLocation place(String path, Region region) {
    return new PhysicalLocation(file(path), region(region, Optional.empty()), null);
  }

  /** The place, its text and the lines around it. */
  static PhysicalLocation place(String path, Region region, Excerpt excerpt) {
    return new PhysicalLocation(
        file(path), region(region, snippet(region, excerpt)), context(region, excerpt));
  }

  static Sarif.Region region(Region region) {
    return region(region, Optional.empty());
  }

  private static Sarif.Region region(Region region, Optional<String> snippet) {
    return new Sarif.Region(
        region.startLine(),
        region.startColumn(),
        region.endLine(),
        region.endColumn(),
        snippet.map(Message::new).orElse(null));
  }

  /** The text of a region; empty when the excerpt does not hold all of it. */
  private static Optional<String> snippet(Region region, Excerpt excerpt) {
    int first = region.startLine() - excerpt.firstLine();
    int last = region.endLine() - excerpt.firstLine();
    if (first < 0 || last >= excerpt.lines().size()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last && text.length() <= MAX_SNIPPET; i++) {
      String line = excerpt.lines().get(i);
      int from = i == first ? Math.min(region.startColumn() - 1, line.length()) : 0;
      int to = i == last ? Math.min(region.endColumn() - 1, line.length()) : line.length();
      text.append(i == first ? "" : "\n").append(line, from, Math.max(from, to));
    }
    boolean fits = !text.isEmpty() && text.length() <= MAX_SNIPPET;
    return fits ? Optional.of(text.toString()) : Optional.empty();
  }

  /** A context region must hold the region and more, else it is left out. */
  private static Sarif.@Nullable Region context(Region region, Excerpt excerpt) {
    List<String> lines = excerpt.lines();
    int last = excerpt.firstLine() + lines.size() - 1;
    boolean holdsRegion = excerpt.firstLine() <= region.startLine() && region.endLine() <= last;
    int length = lines.stream().mapToInt(String::length).sum() + lines.size();
    if (!holdsRegion || length > MAX_SNIPPET) {
      return null;
    }
    return new Sarif.Region(
        excerpt.firstLine(),
        1,
        last,
        lines.get(lines.size() - 1).length() + 1,
        new Message(String.join("\n", lines)));
  }
}
