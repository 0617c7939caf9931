package dev.perflint.cli;

import java.util.Locale;

/** When reports are coloured. */
enum ColorMode {
  AUTO,
  ALWAYS,
  NEVER;

  /**
   * The option first, then {@code NO_COLOR}, {@code CLICOLOR_FORCE}, {@code CLICOLOR=0} and {@code
   * TERM=dumb}, then whether the output is a terminal.
   */
  boolean isOn(Shell shell) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        if (shell.has("NO_COLOR")) {
          yield false;
        }
        if (shell.has("CLICOLOR_FORCE") && !shell.is("CLICOLOR_FORCE", "0")) {
          yield true;
        }
        yield shell.outputIsTerminal() && !shell.is("CLICOLOR", "0") && !shell.is("TERM", "dumb");
      }
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
