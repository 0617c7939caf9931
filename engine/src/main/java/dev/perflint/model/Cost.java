package dev.perflint.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one execution at the reported place costs.
 *
 * @param nanos time plus allocated bytes / 4, in nanoseconds; the geometric mean of a range
 * @param text how a person says it, e.g. "1 to 10 µs and 1 to 5 kB"
 */
public record Cost(double nanos, String text) {
  private static final Pattern AMOUNT =
      Pattern.compile("([0-9.]+) ?(?:to ([0-9.]+) ?)?(ns|µs|us|ms|s|B|kB|MB)\\b");

  public Cost {
    if (!(nanos > 0)) {
      throw new IllegalArgumentException("a cost is a positive number of nanoseconds: " + nanos);
    }
  }

  /**
   * Reads amounts as people write them: {@code "3 ms"}, {@code "1 to 10 µs and 1 to 5 kB"}. Amounts
   * are added up, ranges count as their geometric mean, bytes as a quarter nanosecond each.
   *
   * @throws IllegalArgumentException when there is no amount in the text
   */
  public static Cost parse(String text) {
    Matcher matcher = AMOUNT.matcher(text);
    double nanos = 0;
    while (matcher.find()) {
      double low = Double.parseDouble(matcher.group(1));
      double high = matcher.group(2) == null ? low : Double.parseDouble(matcher.group(2));
      nanos += Math.sqrt(low * high) * nanosOf(matcher.group(3));
    }
    if (nanos == 0) {
      throw new IllegalArgumentException("no amount such as \"3 ms\" or \"1 to 5 kB\" in: " + text);
    }
    return new Cost(nanos, text);
  }

  private static double nanosOf(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "µs", "us" -> 1e3;
      case "ms" -> 1e6;
      case "s" -> 1e9;
      case "B" -> 0.25;
      case "kB" -> 250;
      case "MB" -> 250e3;
      default -> throw new IllegalArgumentException(unit.toLowerCase(Locale.ROOT));
    };
  }
}
