package dev.perflint.cli;

import java.util.Locale;

/** The report formats that a user can name. */
enum Format {
  TEXT,
  COMPACT,
  JSON,
  SARIF,
  GITHUB,
  GITLAB,
  CHECKSTYLE,
  JUNIT,
  MARKDOWN;

  /** The word that users type. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return id();
  }
}
