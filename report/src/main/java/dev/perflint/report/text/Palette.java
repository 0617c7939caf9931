package dev.perflint.report.text;

import dev.perflint.model.Priority;

/**
 * The few colours of the text report; without colour every method returns its text as it is. Only
 * the basic SGR codes, which readers have themed to their taste.
 */
record Palette(boolean colour) {
  private static final String BOLD = "1";
  private static final String DIM = "2";
  private static final String MAGENTA = "35";
  private static final String GREEN = "32";

  String priority(Priority priority, String text) {
    return paint(BOLD + ";" + code(priority), text);
  }

  /** The underline of a code frame. */
  String mark(Priority priority, String text) {
    return paint(code(priority), text);
  }

  String strong(String text) {
    return paint(BOLD, text);
  }

  /** What readers need least: gutters, hints. */
  String faint(String text) {
    return paint(DIM, text);
  }

  String place(String text) {
    return paint(MAGENTA, text);
  }

  String good(String text) {
    return paint(GREEN, text);
  }

  private static String code(Priority priority) {
    return switch (priority) {
      case P1 -> "31";
      case P2 -> "33";
      case P3 -> "36";
    };
  }

  private String paint(String code, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
