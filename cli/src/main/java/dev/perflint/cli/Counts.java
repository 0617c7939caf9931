package dev.perflint.cli;

import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
final class Counts {
  private Counts() {}

  /** {@code 18,204}. */
  static String of(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String findings(long count) {
    return of(count) + (count == 1 ? " finding" : " findings");
  }

  static String files(long count) {
    return of(count) + (count == 1 ? " file" : " files");
  }

  static String lines(long count) {
    return of(count) + (count == 1 ? " line" : " lines");
  }

  /** {@code 1.9 s}. */
  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
