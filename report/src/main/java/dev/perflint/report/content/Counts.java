package dev.perflint.report.content;

import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Counts {
  private Counts() {}

  /** {@code 18,204}. */
  public static String of(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 1 finding}, {@code 2 findings}. */
  public static String of(long count, String noun) {
    return of(count) + " " + noun + (count == 1 ? "" : "s");
  }

  public static String findings(long count) {
    return of(count, "finding");
  }

  public static String files(long count) {
    return of(count, "file");
  }

  public static String lines(long count) {
    return of(count, "line");
  }

  /** {@code 1.9 s}. */
  public static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
